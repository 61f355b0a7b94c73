#!/bin/sh
# Fetches the language model into an Ollama server: once, before the first job. Without it jobs run all the same, on the
# evidence alone, and say NO_MODEL.
#   ollama/pull-model.sh [model]       OLLAMA_HOST names another server than http://127.0.0.1:11434
set -eu

model=${1:-${NANOCELL_MODEL_NAME:-qwen2.5:1.5b}}
host=${OLLAMA_HOST:-127.0.0.1:11434}
case $host in
  http://* | https://*) ;;
  *) host=http://$host ;;
esac

tries=0
until curl -fsS -o /dev/null "$host/api/version"; do
  tries=$((tries + 1))
  if [ "$tries" -ge 30 ]; then
    echo "no Ollama answers at $host" >&2
    exit 1
  fi
  sleep 2
done

# With "stream": false the answer comes when the model is there; a failed pull answers with an error status.
curl -fsS "$host/api/pull" -H 'Content-Type: application/json' -d "{\"model\": \"$model\", \"stream\": false}"
echo
