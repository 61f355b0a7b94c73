#!/bin/sh
# Runs once, before the database's first start: draws the password that the database asks for and the service presents,
# into a volume that these two alone can read. NANOCELL_DB_PASSWORD names one of your own instead; it counts at the first
# start only, for the database keeps what it was made with.
set -eu

file=${1:?usage: db-password.sh FILE}
if [ ! -s "$file" ]; then
  password=${NANOCELL_DB_PASSWORD:-$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')}
  printf %s "$password" >"$file.part"
  chmod 444 "$file.part" # two users of two containers read it; the volume is mounted nowhere else
  mv "$file.part" "$file"
  echo "the database has a new password"
fi
