/** Registry: the rules, one line each, in the order in which they are shown. */
import type { Rule } from './rule.ts'
import { allowedValues } from './rules/allowed-values.ts'
import { awslogsOptions } from './rules/awslogs-options.ts'
import { awslogsPrefix } from './rules/awslogs-prefix.ts'
import { awsvpcHosts } from './rules/awsvpc-hosts.ts'
import { containerCount } from './rules/container-count.ts'
import { containerName } from './rules/container-name.ts'
import { containerTwice } from './rules/container-twice.ts'
import { cpuSum } from './rules/cpu-sum.ts'
import { dependsCycle } from './rules/depends-cycle.ts'
import { dependsEssential } from './rules/depends-essential.ts'
import { dependsExists } from './rules/depends-exists.ts'
import { dependsHealthy } from './rules/depends-healthy.ts'
import { ec2Cpu } from './rules/ec2-cpu.ts'
import { environmentFiles } from './rules/environment-files.ts'
import { ephemeralStorage } from './rules/ephemeral-storage.ts'
import { essential } from './rules/essential.ts'
import { executionRole } from './rules/execution-role.ts'
import { family } from './rules/family.ts'
import { fargateTimeouts } from './rules/fargate-timeouts.ts'
import { firelens } from './rules/firelens.ts'
import { healthCommand } from './rules/health-command.ts'
import { healthRange } from './rules/health-range.ts'
import { image } from './rules/image.ts'
import { linkTarget } from './rules/link-target.ts'
import { links } from './rules/links.ts'
import { logMode } from './rules/log-mode.ts'
import { memoryEqual } from './rules/memory-equal.ts'
import { memoryMinimum } from './rules/memory-minimum.ts'
import { memoryReservation } from './rules/memory-reservation.ts'
import { memorySum } from './rules/memory-sum.ts'
import { memory } from './rules/memory.ts'
import { containerPath } from './rules/r4-container-path.ts'
import { noContainers } from './rules/no-containers.ts'
import { placementCount } from './rules/placement-count.ts'
import { portMissing } from './rules/port-missing.ts'
import { portName } from './rules/port-name.ts'
import { portProtocols } from './rules/port-protocols.ts'
import { portRange } from './rules/port-range.ts'
import { portValue } from './rules/port-value.ts'
import { targetType } from './rules/r1-10-target-type.ts'
import { hostPortMatches } from './rules/r1-2-host-port.ts'
import { sameHostPort } from './rules/r1-3-same-host-port.ts'
import { ephemeralPort } from './rules/r1-4-ephemeral.ts'
import { hostPortCount } from './rules/r1-5-host-port-count.ts'
import { reservedHostPort } from './rules/r1-5-reserved-host-port.ts'
import { staticPortDeployment } from './rules/r1-6-static-port-deployment.ts'
import { staticPortMaximum } from './rules/r1-7-static-port-maximum.ts'
import { neighbourPort } from './rules/r1-8-neighbour-port.ts'
import { dynamicPort } from './rules/r1-9-dynamic-port.ts'
import { attachedTargetGroup } from './rules/r10-attached-target-group.ts'
import { balancedContainer } from './rules/r10-balanced-container.ts'
import { balancerZones } from './rules/r10-balancer-zones.ts'
import { checkTimeout } from './rules/r10-check-timeout.ts'
import { connectPort } from './rules/r10-connect-port.ts'
import { connectProtocol } from './rules/r10-connect-protocol.ts'
import { daemonMaximum } from './rules/r10-daemon-maximum.ts'
import { deploymentRoom } from './rules/r10-deployment-room.ts'
import { drainTime } from './rules/r10-drain-time.ts'
import { gracePeriod } from './rules/r10-grace-period.ts'
import { ruleArn } from './rules/r10-rule-arn.ts'
import { ruleTwice } from './rules/r10-rule-twice.ts'
import { sameVpc } from './rules/r10-same-vpc.ts'
import { serviceRole } from './rules/r10-service-role.ts'
import { slowStart } from './rules/r10-slow-start.ts'
import { targetGroupCount } from './rules/r10-target-group-count.ts'
import { taskSecurityGroup } from './rules/r10-task-security-group.ts'
import { bothCompatibilities } from './rules/r2-both.ts'
import { externalMode } from './rules/r2-external-mode.ts'
import { fargateCapabilities } from './rules/r2-fargate-capabilities.ts'
import { fargateLogs } from './rules/r2-fargate-logs.ts'
import { fargateMembers } from './rules/r2-fargate-members.ts'
import { fargateMode } from './rules/r2-fargate-mode.ts'
import { fargatePid } from './rules/r2-fargate-pid.ts'
import { fargateTmpfs } from './rules/r2-fargate-tmpfs.ts'
import { fargateVolumes } from './rules/r2-fargate-volumes.ts'
import { hostRoot } from './rules/r2-host-root.ts'
import { launchTypeNamed } from './rules/r2-launch-type-named.ts'
import { managedMode } from './rules/r2-managed-mode.ts'
import { networkConfiguration } from './rules/r2-network-configuration.ts'
import { noFargateDaemon } from './rules/r2-no-fargate-daemon.ts'
import { noneHasNoPorts } from './rules/r2-none.ts'
import { windowsMode } from './rules/r2-windows-mode.ts'
import { agentAway } from './rules/r3-agent-away.ts'
import { agentUpdate } from './rules/r3-agent-update.ts'
import { agentVersion } from './rules/r3-agent-version.ts'
import { impairedInstance } from './rules/r3-impaired-instance.ts'
import { noneReady } from './rules/r3-none-ready.ts'
import { autoprovision } from './rules/r4-autoprovision.ts'
import { dockerOnWindows } from './rules/r4-docker-on-windows.ts'
import { efsIam } from './rules/r4-efs-iam.ts'
import { efsRoot } from './rules/r4-efs-root.ts'
import { hostPath } from './rules/r4-host-path.ts'
import { oneAtLaunch } from './rules/r4-one-at-launch.ts'
import { samePath } from './rules/r4-same-path.ts'
import { serviceVolume } from './rules/r4-service-volume.ts'
import { sourceVolume } from './rules/r4-source-volume.ts'
import { unusedVolume } from './rules/r4-unused-volume.ts'
import { volumeKinds } from './rules/r4-volume-kinds.ts'
import { volumeTwice } from './rules/r4-volume-twice.ts'
import { volumesFrom } from './rules/r4-volumes-from.ts'
import { windowsPath } from './rules/r4-windows-path.ts'
import { fargateCpu } from './rules/r5-fargate-cpu.ts'
import { fargateMemory } from './rules/r5-fargate-memory.ts'
import { fargateSize } from './rules/r5-fargate-size.ts'
import { accessKey } from './rules/r7-access-key.ts'
import { placeholder } from './rules/r7-placeholder.ts'
import { secretName } from './rules/r7-secret-name.ts'
import { secretValue } from './rules/r7-secret-value.ts'
import { restartPolicy } from './rules/restart-policy.ts'
import { tagCount } from './rules/tag-count.ts'
import { tags } from './rules/tags.ts'
import { taskSize } from './rules/task-size.ts'
import { valueFrom } from './rules/value-from.ts'
import { volumeName } from './rules/volume-name.ts'

export const rules: readonly Rule[] = [
  family,
  containerName,
  containerTwice,
  noContainers,
  essential,
  image,
  memory,
  memoryReservation,
  memoryEqual,
  memoryMinimum,
  taskSize,
  ec2Cpu,
  cpuSum,
  memorySum,
  healthCommand,
  healthRange,
  fargateTimeouts,
  restartPolicy,
  ephemeralStorage,
  allowedValues,
  environmentFiles,
  valueFrom,
  dependsExists,
  dependsCycle,
  dependsEssential,
  dependsHealthy,
  awslogsOptions,
  awslogsPrefix,
  executionRole,
  logMode,
  firelens,
  portMissing,
  portValue,
  portName,
  portProtocols,
  portRange,
  placementCount,
  tagCount,
  tags,
  containerCount,
  links,
  linkTarget,
  awsvpcHosts,
  volumeName,
  hostPortMatches,
  sameHostPort,
  ephemeralPort,
  reservedHostPort,
  hostPortCount,
  staticPortDeployment,
  staticPortMaximum,
  neighbourPort,
  dynamicPort,
  targetType,
  fargateMode,
  windowsMode,
  externalMode,
  managedMode,
  noneHasNoPorts,
  hostRoot,
  fargateMembers,
  fargateCapabilities,
  fargatePid,
  fargateTmpfs,
  fargateLogs,
  fargateVolumes,
  bothCompatibilities,
  networkConfiguration,
  launchTypeNamed,
  noFargateDaemon,
  agentAway,
  noneReady,
  impairedInstance,
  agentUpdate,
  agentVersion,
  sourceVolume,
  containerPath,
  samePath,
  unusedVolume,
  volumeKinds,
  volumeTwice,
  oneAtLaunch,
  serviceVolume,
  autoprovision,
  dockerOnWindows,
  hostPath,
  windowsPath,
  efsIam,
  efsRoot,
  volumesFrom,
  fargateCpu,
  fargateMemory,
  fargateSize,
  placeholder,
  secretName,
  secretValue,
  accessKey,
  balancedContainer,
  targetGroupCount,
  attachedTargetGroup,
  gracePeriod,
  slowStart,
  checkTimeout,
  drainTime,
  deploymentRoom,
  daemonMaximum,
  serviceRole,
  sameVpc,
  balancerZones,
  taskSecurityGroup,
  ruleTwice,
  ruleArn,
  connectPort,
  connectProtocol,
]

export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id)
}
