"""Hostile input, by coverage-guided fuzzing (atheris: libFuzzer for Python). A target is a file fuzz_<name>.py:

    one(data)   reads `data` as what a stranger sent; raises only when what is promised of bad input does not hold
    seeds()     good inputs to begin with: who has to guess a format finds nothing behind it
    WORDS       what the fuzzer may insert

Inputs that once broke something are kept in found/<name>/, and read again by tests/test_fuzz.py."""
