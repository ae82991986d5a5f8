#!/usr/bin/env bash
# Installs the Java kernel into a folder, so that JUPYTER_PATH=FOLDER jupyter notebook finds it. Build first: ./mvnw package
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
here=$PWD
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$here/target/classes:$here/target/lib/*" \
  org.feewise.notebooks.kernel.KernelSpec "${1:?usage: kernel.sh FOLDER}"
