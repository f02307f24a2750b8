# Sourced by ./dev: brings a bare Debian 12 machine to where everything builds. Each step looks first
# and does nothing, without the network, when all is there.

readonly setup_log=build/setup.log

# Runs a command that may take long, silently; shows the end of what it said if it fails.
quietly() {
  mkdir -p build
  printf '\n$ %s\n' "$*" >>"$setup_log"
  "$@" >>"$setup_log" 2>&1 </dev/null && return
  tail -n 25 "$setup_log" >&2
  return 1
}

# Names from packages.txt that are not installed. A node or npm from elsewhere counts.
missing_packages() {
  local wanted name
  mapfile -t wanted < <(grep -v -e '^#' -e '^$' tools/dev/packages.txt)
  declare -A present=()
  while read -r name; do present[$name]=1; done < <(
    dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null |
      sed -n 's/ installed$//p'
  )
  ! command -v node >/dev/null || present[nodejs]=1
  ! command -v npm >/dev/null || present[npm]=1
  for name in "${wanted[@]}"; do
    [[ -n ${present[$name]:-} ]] || echo "$name"
  done
}

# apt ARGUMENT...: as root, without a question, waiting for another apt that holds the lock.
apt() {
  local root=()
  [[ $EUID -eq 0 ]] || root=(sudo -n)
  quietly "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -q \
    -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@"
}

# npm comes last, because some builds of nodejs bring their own and conflict with Debian's.
install_missing() {
  local names
  mapfile -t names < <(missing_packages | grep -vx npm)
  [[ ${#names[@]} -eq 0 ]] || apt install --no-install-recommends "${names[@]}" || return
  mapfile -t names < <(missing_packages)
  [[ ${#names[@]} -eq 0 ]] || apt install --no-install-recommends "${names[@]}"
}

# The lists of a fresh image are empty or stale, so a failure is answered by one update. A foreign
# source that cannot be reached must not stop us: what counts is whether the packages come.
setup_debian() {
  local missing
  mapfile -t missing < <(missing_packages)
  [[ ${#missing[@]} -gt 0 ]] || return 0
  command -v apt-get >/dev/null || die "not a Debian system; needed: ${missing[*]}"
  [[ $EUID -eq 0 ]] || sudo -n true 2>/dev/null ||
    die "neither root nor sudo without a password; as root: apt-get install ${missing[*]}"
  grep -q 'VERSION_CODENAME=bookworm' /etc/os-release ||
    say "this is not Debian 12 (bookworm), the release that versions are pinned to; going on"
  say "installing ${#missing[@]} Debian packages: ${missing[*]}"
  install_missing 2>/dev/null && return
  say "refreshing the package lists"
  apt update 2>/dev/null || true
  install_missing || die "Debian packages could not be installed; see $setup_log"
}

# Debian's own python3, because another one on the PATH may lack venv.
setup_python() {
  local wanted
  wanted=$(/usr/bin/python3 --version; sha256sum <tools/requirements.txt)
  if [[ -x .venv/bin/python && $(cat .venv/wanted 2>/dev/null) == "$wanted" ]]; then return; fi
  say "installing Python packages into .venv"
  rm -rf .venv
  quietly /usr/bin/python3 -m venv .venv || die "python3 -m venv failed"
  quietly .venv/bin/python -m pip install --disable-pip-version-check --no-input --require-hashes \
    -r tools/requirements.txt || die "Python packages could not be installed"
  echo "$wanted" >.venv/wanted
}

# What npm installs, by the lock file of each folder: parsers for the tests, and the page.
setup_npm() {
  local folder wanted
  for folder in tests web; do
    wanted=$(node --version; sha256sum <"$folder/package-lock.json")
    [[ $(cat "$folder/node_modules/.wanted" 2>/dev/null) == "$wanted" ]] && continue
    say "installing npm packages into $folder/node_modules"
    quietly npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund ||
      die "npm packages could not be installed"
    echo "$wanted" >"$folder/node_modules/.wanted"
  done
}
