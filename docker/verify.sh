#!/usr/bin/env bash
# Shows that the image and compose.yaml beside this script do what docs/operating.md says of them. See usage below.
set -euo pipefail

docker_folder=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$(dirname "$docker_folder")
readonly docker_folder root
readonly project=threadmill-verify
readonly base_image=$project/base postgres_image=$project/postgres proxy_image=$project/proxy image=$project/threadmill

usage() {
  cat <<'TEXT'
usage: docker/verify.sh [flags] [folder…]

Builds the image, starts docker/compose.yaml, submits every program below the folders (the corpora of the
runner's tests unless told otherwise), restarts, takes it all down, and says what held, line by line.

  --local      make base images with debootstrap instead of asking a registry
  --install    install what is missing by apt-get; without it, only say what is
  --source     build the application inside the image, as compose does, not on this machine
  --port N     port to publish on (18080)

It uses the Docker engine that runs here, or starts one of its own (as root) in a network of its own. Everything
that it makes is named threadmill-verify or lies in a folder below /var/tmp, and is removed again.
TEXT
}

say() { printf '     %s\n' "$*"; }
ok() { printf 'ok   %s\n' "$*"; }

die() {
  printf 'FAIL %s\n' "$*" >&2
  exit 1
}

local_only=false install=false from_source=false port=18080 corpora=()
while (($#)); do
  case $1 in
    --local) local_only=true ;;
    --install) install=true ;;
    --source) from_source=true ;;
    --port) port=$2 && shift ;;
    -h | --help) usage && exit ;;
    -*) usage >&2 && exit 2 ;;
    *) corpora+=("$(readlink -f "$1")") ;;
  esac
  shift
done
if ((${#corpora[@]} == 0)); then
  for folder in "$root"/src/runner/src/test/resources/{programs,hostile}; do
    [[ ! -d $folder ]] || corpora+=("$folder")
  done
fi

# ---- tools

# Each argument is COMMAND:PACKAGE.
need() {
  local pair packages=()
  for pair in "$@"; do
    PATH=$PATH:/usr/sbin:/sbin command -v "${pair%%:*}" >/dev/null || packages+=("${pair#*:}")
  done
  ((${#packages[@]})) || return 0
  $install || die "needs ${packages[*]}; type: apt-get install -y ${packages[*]}, or give --install"
  say "installing ${packages[*]}"
  if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}"; } \
    >"$work/install.log" 2>&1 </dev/null; then
    tail -n 20 "$work/install.log" >&2
    die "could not install ${packages[*]}"
  fi
}

work=$(mktemp -d /var/tmp/threadmill-verify.XXXXXX)
engine_pid='' network='' made_images=()

# ---- an engine of our own

# $1: the network that it is in, `host` or the name of a network namespace.
start_engine() {
  local enter=() options=(--data-root "$work/data" --exec-root "$work/exec" --pidfile "$work/pid"
    --host "unix://$work/docker.sock" --cgroup-parent "/$project")
  if [[ $1 == host ]]; then
    # No bridge and no rules: nothing of this machine's network changes.
    options+=(--bridge none --iptables=false --ip6tables=false)
  else
    # Not `ip netns exec`, which hides the cgroups.
    enter=(nsenter "--net=/run/netns/$1")
  fi
  "${enter[@]}" dockerd "${options[@]}" >>"$work/dockerd.log" 2>&1 </dev/null &
  engine_pid=$!
  local _
  for _ in {1..60}; do
    ! docker info >/dev/null 2>&1 || return 0
    kill -0 "$engine_pid" 2>/dev/null || break
    sleep 0.5
  done
  tail -n 20 "$work/dockerd.log" >&2
  die "the Docker engine does not start"
}

stop_engine() {
  [[ -n $engine_pid ]] || return 0
  kill "$engine_pid" 2>/dev/null || true
  wait "$engine_pid" 2>/dev/null || true
  engine_pid=''
}

# In the network where ports are published.
there() {
  if [[ -n $network ]]; then
    nsenter "--net=/run/netns/$network" "$@"
  else
    "$@"
  fi
}

clean() {
  local status=$? path
  trap - EXIT
  if ((status)) && [[ -n ${compose_file:-} ]]; then
    compose logs --no-color --tail 40 >&2 || true
  fi
  if docker info >/dev/null 2>&1; then
    [[ -z ${compose_file:-} ]] || compose --profile tls down -v --remove-orphans >/dev/null 2>&1 || true
    ((${#made_images[@]} == 0)) || docker rmi -f "${made_images[@]}" >/dev/null 2>&1 || true
  fi
  if [[ -n $engine_pid ]]; then
    stop_engine
    while read -r path; do
      umount -l "$path" 2>/dev/null || true
    done < <(awk -v work="$work/" 'index($5, work) == 1 { print $5 }' /proc/self/mountinfo | sort -r)
    find /sys/fs/cgroup -depth -type d -path "*/$project*" -exec rmdir {} + 2>/dev/null || true
  fi
  [[ -z $network ]] || ip netns delete "$network" || true
  # What runs in a container of a killed engine may write for a moment longer.
  rm -rf --one-file-system "$work" 2>/dev/null || { sleep 5 && rm -rf --one-file-system "$work"; } || true
  if [[ -e $work ]]; then
    printf 'FAIL %s cannot be removed\n' "$work" >&2
    status=1
  fi
  ((status)) || ok 'everything that this script made is removed'
  exit "$status"
}
trap clean EXIT
trap 'exit 130' INT TERM

# ---- images

engine() {
  need docker:docker.io curl:curl
  if docker info >/dev/null 2>&1; then
    say "using the Docker engine that runs here"
    return
  fi
  ((EUID == 0)) || die 'no Docker engine answers, and only root can start one'
  need dockerd:docker.io ip:iproute2 iptables:iptables
  export DOCKER_HOST=unix://$work/docker.sock
  network=$project
  ip netns add "$network" || die "the network namespace $network exists: another run of this script?"
  nsenter "--net=/run/netns/$network" ip link set lo up
  start_engine host
  say "started a Docker engine in $work"
}

own_base() {
  need debootstrap:debootstrap
  local jdk suite
  jdk=$("$root/threadmill" jdk)
  # shellcheck source=/dev/null
  suite=$(. /etc/os-release && [[ $ID == debian ]] && printf '%s' "$VERSION_CODENAME" || printf stable)
  say "making a base image with debootstrap ($suite) and the JDK of this machine"
  debootstrap --variant=minbase --include=ca-certificates "$suite" "$work/base" >"$work/debootstrap.log" 2>&1 || {
    tail -n 20 "$work/debootstrap.log" >&2
    die 'debootstrap failed'
  }
  mkdir -p "$work/base/opt/java"
  cp -a "$jdk" "$work/base/opt/java/openjdk"
  tar -C "$work/base" -c . | docker import --change 'ENV JAVA_HOME=/opt/java/openjdk' - "$base_image" >/dev/null
  made_images+=("$base_image")
  rm -rf --one-file-system "$work/base"
}

# $1: image; the context comes by standard input.
build() {
  local name=$1
  shift
  if ! DOCKER_BUILDKIT=0 docker build --network host --build-arg "BASE=$base" --tag "$name" "$@" - >"$work/build.log" 2>&1; then
    tail -n 40 "$work/build.log" >&2
    die "the image $name cannot be built"
  fi
  made_images+=("$name")
}

# As the official image understands its variables.
own_postgres() {
  mkdir "$work/postgres"
  cat >"$work/postgres/Dockerfile" <<'TEXT'
ARG BASE
FROM ${BASE}
RUN apt-get update && apt-get install -y --no-install-recommends postgresql \
    && ln -sf /usr/lib/postgresql/*/bin/* /usr/local/bin/ && install -d -o postgres -g postgres /var/lib/postgresql/data \
    && install -d -o postgres -g postgres -m 3777 /var/run/postgresql
COPY start /
ENTRYPOINT ["/start"]
TEXT
  cat >"$work/postgres/start" <<'TEXT'
#!/bin/sh
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  initdb --username="$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" --auth-local=trust $POSTGRES_INITDB_ARGS
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  pg_ctl -w -o "-c listen_addresses=" start
  createdb --username="$POSTGRES_USER" "$POSTGRES_DB"
  pg_ctl -w stop
fi
exec postgres -c 'listen_addresses=*'
TEXT
  chmod +x "$work/postgres/start"
  tar -C "$work/postgres" -c . | build "$postgres_image"
}

own_proxy() {
  cat >"$work/Dockerfile" <<'TEXT'
ARG BASE
FROM ${BASE}
RUN apt-get update && apt-get install -y --no-install-recommends caddy
ENV XDG_DATA_HOME=/data XDG_CONFIG_HOME=/config
TEXT
  tar -C "$work" -c Dockerfile | build "$proxy_image"
}

images() {
  base=docker.io/library/eclipse-temurin:25-jdk
  export THREADMILL_IMAGE=$image
  if ! $local_only && docker pull "$base" >"$work/pull.log" 2>&1; then
    say 'a registry answers: base images come from there'
  else
    own_base
    base=$base_image
    own_postgres
    own_proxy
    export THREADMILL_POSTGRES_IMAGE=$postgres_image THREADMILL_PROXY_IMAGE=$proxy_image
  fi

  local context=$work/context
  mkdir "$context"
  tar -C "$root" --exclude=target --exclude=node_modules -c .mvn db-migrations docker frontend mvnw pom.xml src | tar -C "$context" -x
  if $from_source; then
    say 'building the application inside the image'
  else
    say 'building the application'
    "$root/threadmill" build >"$work/maven.log" 2>&1 || { tail -n 20 "$work/maven.log" >&2 && die 'it cannot be built'; }
    mkdir "$context/src/server/target"
    cp -a "$root/src/server/target/quarkus-app" "$context/src/server/target/"
  fi
  tar -C "$context" -c . | build "$image" --file docker/Dockerfile
  ok "the image is built: $(docker image inspect --format '{{.Size}}' "$image" | awk '{ printf "%d MB", $1 / 1e6 }')"
}

# ---- compose

compose() { (cd "$docker_folder" && "${composer[@]}" --project-name "$project" --file "$compose_file" --project-directory "$docker_folder" "$@"); }

choose_compose() {
  compose_file=$docker_folder/compose.yaml
  if docker compose version >/dev/null 2>&1; then
    composer=(docker compose)
  else
    need docker-compose:docker-compose
    composer=(docker-compose)
    # The old one knows no name for a project inside the file.
    sed '/^name:/d' "$docker_folder/compose.yaml" >"$work/compose.yaml"
    compose_file=$work/compose.yaml
  fi
  export THREADMILL_PORT=$port THREADMILL_HTTP_PORT=$((port + 1)) THREADMILL_HTTPS_PORT=$((port + 2))
  if ! prlimit --memlock=268435456 true 2>/dev/null; then
    THREADMILL_MEMLOCK=$(($(ulimit -Hl) * 1024))
    export THREADMILL_MEMLOCK
    say "this machine cannot raise RLIMIT_MEMLOCK; it stays at $THREADMILL_MEMLOCK bytes"
  fi
}

# Starts some services and what they depend on, or all.
up() {
  compose up -d --no-build "$@" >"$work/up.log" 2>&1 || { cat "$work/up.log" >&2 && die 'compose up failed'; }
}

container() {
  docker ps -aq --filter "label=com.docker.compose.project=$project" --filter "label=com.docker.compose.service=$1"
}

# Waits until the container of service $1 is healthy.
healthy() {
  local state='' _
  for _ in {1..120}; do
    state=$(docker inspect --format '{{.State.Health.Status}}' "$(container "$1")" 2>/dev/null || true)
    [[ $state != healthy ]] || return 0
    sleep 1
  done
  die "$1 does not become healthy; it is '$state'"
}

url=http://127.0.0.1:$port

answer() { there curl -sS --fail --max-time 20 "$url$1"; }

# Submits a program and prints its finished run.
run() {
  local id run='' _
  id=$(there curl -sS --fail --max-time 20 -H 'Content-Type: application/json' "$url/api/v1/runs" -d "{\"files\": [{
    \"path\": \"Main.java\", \"content\": \"$1\"}]}" | grep -o '"id" *: *"[^"]*"' | head -n 1 | sed 's/.*"\(.*\)"/\1/')
  for _ in {1..200}; do
    run=$(answer "/api/v1/runs/$id")
    if [[ $(grep -o '"state" *: *"[A-Z]*"' <<<"$run") == *FINISHED* ]]; then
      printf '%s' "$run"
      return
    fi
    sleep 0.1
  done
  die "run $id does not finish: $run"
}

# Prints the first text member $2 of the JSON answer $1.
first() { grep -o "\"$2\" *: *\"[^\"]*\"" <<<"$1" | head -n 1 | sed 's/.*: *"\(.*\)"/\1/'; }

# Processes of the server's container, those in sandboxes included.
processes() { docker top "$(container threadmill)" -eo pid | tail -n +2 | wc -l; }

inside() { docker exec "$(container threadmill)" "$@"; }

files() { inside find /tmp /var/lib/threadmill/runner | wc -l; }

mounts() { inside sh -c 'wc -l </proc/1/mounts'; }

# ---- what must hold

options_hold() {
  local status id
  id=$(container threadmill)
  status=$(inside cat /proc/1/status)
  [[ $(awk '/^Uid:/ { print $2, $3, $4, $5 }' <<<"$status") == '64100 64100 64100 64100' ]] || die "not an ordinary user: $status"
  [[ $(awk '/^Cap(Prm|Eff|Bnd|Amb):/ { print $2 }' <<<"$status" | sort -u) == 0000000000000000 ]] || die "has capabilities: $status"
  [[ $(awk '/^NoNewPrivs:/ { print $2 }' <<<"$status") == 1 ]] || die 'may gain privileges'
  [[ $(awk '/^Seccomp:/ { print $2 }' <<<"$status") == 2 ]] || die 'has no seccomp profile'
  [[ $(docker inspect --format '{{.HostConfig.Privileged}} {{.HostConfig.ReadonlyRootfs}}' "$id") == 'false true' ]] ||
    die 'is privileged, or its root can be written'
  ok 'an ordinary user, no capability, no new privileges, a seccomp profile, not privileged'
  ! inside touch /opt/threadmill/new 2>/dev/null || die 'the root can be written'
  ok 'its root is read-only'
  local service
  for service in secret postgres threadmill; do
    ! docker inspect --format '{{json .Config.Env}}' "$(container "$service")" |
      grep -qF "$(inside cat /run/threadmill/database-password)" || die "the password is in the environment of $service"
  done
  ok "the database's password is in no container's environment"
}

workload() {
  local run
  run=$(run 'void main() throws Exception { try (var pool = java.util.concurrent.Executors.newFixedThreadPool(4)) { for (int i = 0; i < 4; i++) { int n = i; pool.submit(() -> IO.println(n * n)); } } }')
  kept=$(first "$run" id)
  [[ $(first "$run" verdict) == OK ]] || die "a harmless program got $run"
  ok "a program ran through the published port: verdict OK"
  local source
  source=$(answer "/api/v1/runs/$kept/timeline" | grep -o '"source" *: *"[a-z]*"')
  [[ $source == *perf* ]] || die "its timeline is not the kernel's: $source"
  ok "its timeline is the kernel's own record (perf_event_open)"
}

still_there() {
  [[ $(first "$(answer "/api/v1/runs/$kept")" verdict) == OK ]] || die "the run is gone after $1"
  [[ $(answer "/api/v1/runs/$kept/output") == *9* ]] || die "its output is gone after $1"
  ok "after $1 the run is found again, with its output"
}

# Things of the container that hostile programs try to reach: two files, a port, two sockets. Not in /tmp, which is
# a sandbox's own by the same name.
nest=/var/lib/threadmill/canaries
canaries() {
  secret="canary-$RANDOM$RANDOM$RANDOM"
  inside sh -c "umask 0; mkdir $nest; for file in $nest/canary.txt /var/lib/threadmill/canary.txt; do printf %s $secret >\$file; done"
  docker exec --detach "$(container threadmill)" perl -MIO::Socket::INET -MIO::Socket::UNIX -MIO::Select -e '
    my @ends = (IO::Socket::INET->new(Listen => 5, LocalAddr => "127.0.0.1:7777"),
      IO::Socket::UNIX->new(Listen => 5, Local => "$ARGV[0]/canary.socket"), IO::Socket::UNIX->new(Listen => 5, Local => "\0canary"));
    chmod 0777, "$ARGV[0]/canary.socket";
    sub note { open my $file, ">>", "$ARGV[0]/heard"; print $file $_[0]; close $file; }
    note("listening");
    my $select = IO::Select->new(@ends);
    while (my @ready = $select->can_read) { for (@ready) { $_->accept; note("!"); } }' "$nest"
  sleep 2
  untouched
}

untouched() {
  [[ $(inside cat $nest/canary.txt) == "$secret" && $(inside cat /var/lib/threadmill/canary.txt) == "$secret" ]] ||
    die 'a canary file has changed'
  [[ $(inside cat $nest/heard) == listening ]] || die 'somebody connected to a canary'
}

corpus() {
  local before after files_before mounts_before status=0 _
  canaries
  before=$(processes) files_before=$(files) mounts_before=$(mounts)
  there "$("$root/threadmill" jdk)/bin/java" "$root/src/bench/Corpus.java" "$url" --secret "$secret" \
    --place CANARY=$nest/canary.txt --place HOME_FILE=/var/lib/threadmill/canary.txt --place PORT=7777 \
    --place SOCKET=$nest/canary.socket --place ABSTRACT=canary "${corpora[@]}" || status=$?
  ((status == 0)) || die 'programs did not end as their headers say'
  ok 'every program ended inside the container as its header says'
  untouched
  ok 'two canary files are unchanged, and nobody reached a port, a socket and an abstract socket of the container'
  for _ in {1..60}; do
    after=$(processes)
    ((after > before)) || break
    sleep 1
  done
  ((after <= before)) || die "processes are left over: $before before, $after after"
  ok "no process is left over: $before before, $after after"
  [[ $(files) == "$files_before" && $(mounts) == "$mounts_before" ]] ||
    die "files or mounts are left over: $files_before and $mounts_before before, $(files) and $(mounts) after"
  ok "no file in /tmp or among the runner's, and no mount: $files_before and $mounts_before as before"
  [[ $(answer /q/health) == *'"UP"'* && $(first "$(run 'void main() {}')" verdict) == OK ]] || die 'the server is not well'
  ok 'the server is well and runs a harmless program'
}

# What docs/operating.md says of backups.
backup() {
  compose exec -T postgres pg_dump --username=threadmill --clean --if-exists threadmill >"$work/backup.sql"
  compose down -v >/dev/null 2>&1
  up postgres
  healthy postgres
  compose exec -T postgres psql --username=threadmill --quiet --set ON_ERROR_STOP=1 threadmill <"$work/backup.sql" >/dev/null
  up
  healthy threadmill
  still_there 'a backup, down -v and its restore'
}

# Starts the image with other options and prints the line of its log that has $1.
complaint() {
  local wanted=$1 id said='' _
  shift
  id=$(docker run -d --rm --init --cap-drop ALL --security-opt no-new-privileges --read-only --tmpfs /tmp "$@" "$image")
  for _ in {1..60}; do
    said=$(docker logs "$id" 2>&1 | grep -F "$wanted" || true)
    [[ -z $said ]] || break
    sleep 1
  done
  docker rm -f -v "$id" >/dev/null
  printf '%s' "$said"
}

complaints() {
  local said
  said=$(complaint 'No run is taken')
  [[ $said == *'No run is taken'*seccomp=docker/seccomp.json* ]] || die "with Docker's own profile it says: '$said'"
  ok "with Docker's own seccomp profile it says at start: ${said#*ERROR }"
  sed 's/"perf_event_open"/"getpid"/' "$docker_folder/seccomp.json" >"$work/no-perf.json"
  said=$(complaint 'sampled from /proc' --security-opt "seccomp=$work/no-perf.json")
  [[ $said == *'sampled from /proc'*seccomp=docker/seccomp.json* ]] || die "without perf it says: '$said'"
  ok "without perf_event_open it says at start: ${said#*INFO  }"
}

# Each system call that the profile adds is needed: without it bubblewrap fails.
additions() {
  local call why
  for call in mount umount2 pivot_root unshare sethostname; do
    sed "s/\"$call\"/\"getpid\"/" "$docker_folder/seccomp.json" >"$work/less.json"
    why=$(docker run --rm --network none --cap-drop ALL --security-opt no-new-privileges --security-opt "seccomp=$work/less.json" \
      --read-only --tmpfs /tmp --entrypoint bwrap "$image" --unshare-all --unshare-user --uid 1000 --gid 1000 \
      --hostname sandbox --ro-bind / / --dev /dev --tmpfs /tmp /bin/true 2>&1) && die "the profile adds $call for nothing"
    ok "without $call: $why"
  done
}

tls() {
  compose --profile tls up -d --no-build >"$work/up.log" 2>&1 || { cat "$work/up.log" >&2 && die 'compose up --profile tls failed'; }
  local _ said=''
  for _ in {1..30}; do
    said=$(there curl -sSk --max-time 5 "https://localhost:$THREADMILL_HTTPS_PORT/q/health" 2>&1 || true)
    [[ $said != *'"UP"'* ]] || break
    sleep 1
  done
  [[ $said == *'"UP"'* ]] || die "HTTPS does not answer: $said"
  ok 'with profile tls it answers by HTTPS (a certificate of its own for localhost)'
}

main() {
  say "working in $work"
  engine
  images
  choose_compose
  if [[ -n $network ]]; then
    stop_engine
    start_engine "$network"
    say 'the engine is now in a network of its own'
  fi
  additions
  complaints
  up
  healthy threadmill
  ok 'compose up: secret made, PostgreSQL and Threadmill healthy'
  options_hold
  workload
  corpus
  compose restart threadmill >/dev/null 2>&1
  healthy threadmill
  still_there 'a restart'
  compose down >/dev/null 2>&1
  up
  healthy threadmill
  still_there 'down and up'
  backup
  tls
  compose --profile tls down -v >/dev/null 2>&1
  [[ -z $(docker ps -aq --filter "label=com.docker.compose.project=$project") ]] || die 'containers are left'
  [[ -z $(docker volume ls -q --filter "label=com.docker.compose.project=$project") ]] || die 'volumes are left'
  ok 'compose down -v leaves no container and no volume'
}
main
