/** The flags of `docker run`, each with the member of a Compose service that means the same. */

/**
 * list: each use adds an item; value: the last use counts; switch: stands alone, or with `=true`; health: a part of the health check.
 * https://docs.docker.com/reference/cli/docker/container/run/
 */
export interface Flag {
  member: string
  kind: 'list' | 'value' | 'switch' | 'health'
}

const kinds: Record<Flag['kind'], string> = {
  list: `add-host=extra_hosts annotation=annotations attach=attach blkio-weight-device=blkio_config cap-add=cap_add
    cap-drop=cap_drop device=devices device-cgroup-rule=device_cgroup_rules device-read-bps=blkio_config
    device-read-iops=blkio_config device-write-bps=blkio_config device-write-iops=blkio_config dns=dns dns-opt=dns_opt
    dns-option=dns_opt dns-search=dns_search env=environment env-file=env_file expose=expose group-add=group_add
    label=labels label-file=label_file link=links link-local-ip=mac_address log-opt=log_opt mount=mount
    publish=ports secret=secrets security-opt=security_opt storage-opt=storage_opt sysctl=sysctls tmpfs=tmpfs
    ulimit=ulimit volume=volumes volumes-from=volumes_from network-alias=network_alias`,
  value: `blkio-weight=blkio_config cgroup-parent=cgroup_parent cgroupns=cgroup cidfile=detach cpu-count=cpu_count
    cpu-percent=cpu_percent cpu-period=cpu_period cpu-quota=cpu_quota cpu-rt-period=cpu_rt_period
    cpu-rt-runtime=cpu_rt_runtime cpu-shares=cpu_shares cpus=cpus cpuset-cpus=cpuset cpuset-mems=cpuset_mems
    detach-keys=detach domainname=domainname entrypoint=entrypoint gpus=gpus hostname=hostname
    io-maxbandwidth=blkio_config io-maxiops=blkio_config ip=ip ip6=ip ipc=ipc isolation=isolation log-driver=log_driver
    mac-address=mac_address memory=mem_limit memory-reservation=mem_reservation memory-swap=memswap_limit
    memory-swappiness=mem_swappiness name=name network=network oom-score-adj=oom_score_adj pid=pid pids-limit=pids_limit
    platform=platform pull=pull_policy restart=restart runtime=runtime shm-size=shm_size stop-signal=stop_signal
    stop-timeout=stop_grace_period user=user userns=userns_mode uts=uts volume-driver=volume_driver workdir=working_dir
    kernel-memory=cgroup`,
  switch: `detach=detach disable-content-trust=pull_policy init=init interactive=stdin_open no-healthcheck=no_healthcheck
    oom-kill-disable=oom_kill_disable privileged=privileged publish-all=publish_all quiet=pull_policy
    read-only=read_only rm=remove sig-proxy=detach tty=tty use-api-socket=use_api_socket`,
  health: `health-cmd=test health-interval=interval health-retries=retries health-start-interval=start_interval
    health-start-period=start_period health-timeout=timeout`,
}

const long = new Map(
  Object.entries(kinds).flatMap(([kind, lines]) =>
    lines.split(/\s+/).map((line): [string, Flag] => {
      const [flag = '', member = ''] = line.split('=')
      return [flag, { member, kind: kind as Flag['kind'] }]
    }),
  ),
)

const short: Record<string, string> = {
  a: 'attach',
  c: 'cpu-shares',
  d: 'detach',
  e: 'env',
  h: 'hostname',
  i: 'interactive',
  l: 'label',
  m: 'memory',
  p: 'publish',
  P: 'publish-all',
  q: 'quiet',
  t: 'tty',
  u: 'user',
  v: 'volume',
  w: 'workdir',
}

/** `--net` is the old name of `--network`. */
const aliases: Record<string, string> = { net: 'network', 'net-alias': 'network-alias' }

/** By its name without hyphens; undefined for a flag that `docker run` does not have. */
export function longFlag(name: string): Flag | undefined {
  return long.get(Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name)
}

export function shortFlag(letter: string): Flag | undefined {
  const name = Object.hasOwn(short, letter) ? short[letter] : undefined
  return name === undefined ? undefined : long.get(name)
}

/** Names of all flags. */
export const flagNames: readonly string[] = [...long.keys()]
