#!/usr/bin/env bash
# Writes requirements/*.txt from requirements/*.in: exact versions with hashes for every platform,
# without the address of any package index. Needs uv in PATH; arguments go to it (for instance --upgrade).
set -euo pipefail
cd "$(dirname "$0")"
lock() { # NAME OLDEST_PYTHON [ARGUMENT...]
  uv pip compile "$1.in" --output-file "$1.txt" --python-version "$2" --universal --generate-hashes \
    --no-emit-index-url --no-annotate --custom-compile-command "requirements/lock.sh" --quiet "${@:3}"
}
lock build 3.11 "$@"
lock node 3.11 "$@"
lock test 3.11 "$@"
lock zim 3.11 "$@"
lock bench 3.11 "$@"
lock pyodide-build 3.13 "$@"
