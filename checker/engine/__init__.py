"""The engine: conditions, decision graphs, evaluation and explanation. It knows no law."""
