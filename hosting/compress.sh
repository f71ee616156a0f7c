#!/bin/sh
# Writes FILE.gz, and FILE.br where brotli is installed, beside every file of a folder: compress.sh dist
set -eu
find "$1" -type f ! -name '*.gz' ! -name '*.br' | while read -r file; do
  gzip -9 -k -n -f "$file"
  if command -v brotli >/dev/null; then brotli -q 11 -f "$file"; fi
done
