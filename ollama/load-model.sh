#!/bin/sh
# Puts the language model into an Ollama server: once, before the first job. Without it jobs run all the same, on the
# evidence alone, and say NO_MODEL. A failure ends with status 1, and is to be tried again.
#   ollama/load-model.sh [GGUF folder]     a *.gguf file in it is imported; else the model is pulled
#   OLLAMA_HOST          a server other than 127.0.0.1:11434
#   NANOCELL_MODEL_NAME  name under which the service asks for it
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$here}
model=${NANOCELL_MODEL_NAME:-}
model=${model:-qwen2.5:1.5b}

if ollama show "$model" >/dev/null 2>&1; then
  echo "$model is there"
else
  set -- "$folder"/*.gguf
  if [ $# -gt 1 ]; then
    echo "$folder has $# GGUF files; leave the one that is to be $model" >&2
    exit 1
  elif [ -f "$1" ]; then
    echo "importing $1 as $model"
    recipe=$(mktemp)
    trap 'rm -f "$recipe"' EXIT
    echo "FROM $1" >"$recipe"
    ollama create "$model" -f "$recipe"
  else
    echo "pulling $model"
    ollama pull "$model"
  fi
fi

# Ollama recognises some of the chat templates that GGUF files carry, Qwen2.5's is none of them. Without one it sends the
# last message bare: no rules, no turns, and no error. That of Qwen is ChatML.
if [ "$(ollama show "$model" --template)" = "{{ .Prompt }}" ]; then
  if ! ollama show "$model" | grep -q "architecture *qwen2"; then
    echo "$model has no chat template that Ollama knows; create it by a Modelfile with the TEMPLATE of its maker" >&2
    exit 1
  fi
  echo "giving $model the chat template of Qwen"
  recipe=$(mktemp)
  trap 'rm -f "$recipe"' EXIT
  {
    echo "FROM $model"
    cat "$here/qwen.template"
  } >"$recipe"
  ollama create "$model" -f "$recipe"
fi

# the same weights with our options, for those who talk to it by hand
recipe=$(mktemp)
trap 'rm -f "$recipe"' EXIT
sed "s|^FROM .*|FROM $model|" "$here/Modelfile" >"$recipe"
ollama create nanocell -f "$recipe"
ollama list
