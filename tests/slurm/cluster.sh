# Sourced by tests/slurm/run, inside process and mount namespaces of its own: a Slurm of one node on
# loopback, everything of it in one folder. No systemd, no cgroup, no account database.
# shellcheck shell=bash

# start_cluster FOLDER: munged, slurmctld, slurmd; the node is idle when this returns.
start_cluster() {
  local folder=$1 name processors
  name=$(hostname -s)
  processors=$(nproc)
  mkdir -p "$folder/munge" "$folder/state" "$folder/spool"
  chmod 755 "$folder"
  chmod 700 "$folder/munge"
  head -c 1024 /dev/urandom >"$folder/munge/key"
  chmod 600 "$folder/munge/key"
  cat >"$folder/slurm.conf" <<CONF
ClusterName=one
SlurmctldHost=$name(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munged.socket
CredType=cred/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SlurmdParameters=config_overrides
EnforcePartLimits=ALL
MpiDefault=none
ReturnToService=2
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MailProg=/bin/true
PlugStackConfig=/dev/null
NodeName=$name NodeAddr=127.0.0.1 CPUs=$processors RealMemory=$(awk '$1 == "MemTotal:" { print int($2 / 1024) }' /proc/meminfo) State=UNKNOWN
PartitionName=all Nodes=$name Default=YES MaxTime=UNLIMITED State=UP
CONF
  # Named, the plugin is loaded without a look for the system's groups, which a chroot does not have.
  echo CgroupPlugin=cgroup/v1 >"$folder/cgroup.conf"
  export SLURM_CONF=$folder/slurm.conf
  munged --foreground --force --socket="$folder/munged.socket" --key-file="$folder/munge/key" \
    --pid-file="$folder/munge/pid" --seed-file="$folder/munge/seed" --log-file="$folder/munge/log" \
    >"$folder/munged.out" 2>&1 &
  await 100 test -S "$folder/munged.socket" || return 1
  slurmctld -D -c >"$folder/slurmctld.out" 2>&1 &
  slurmd -D -c >"$folder/slurmd.out" 2>&1 &
  await 300 sh -c "sinfo --noheader --format %T 2>/dev/null | grep -qx idle" || {
    tail -n 20 "$folder"/*.log "$folder"/*.out "$folder/munge/log"
    return 1
  }
}

# await TENTHS COMMAND…: asks again and again, for so many tenths of a second at most.
await() {
  local left=$1
  shift
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 0.1
  done
}
