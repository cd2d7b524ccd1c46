#!/bin/sh
# Checks the files named (or dropped onto its icon); without any it opens the page.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 2
exec "$here/runtime/node" "$here/app/launch.mjs" "$@"
