/** Registry: the rules, one line each, in the order in which they are shown. */
import type { Rule } from './rule.ts'
import { allowedValues } from './rules/allowed-values.ts'
import { awslogsOptions } from './rules/awslogs-options.ts'
import { awslogsPrefix } from './rules/awslogs-prefix.ts'
import { awsvpcHosts } from './rules/awsvpc-hosts.ts'
import { containerName } from './rules/container-name.ts'
import { containerTwice } from './rules/container-twice.ts'
import { placementCount, tagCount, containerCount } from './rules/counts.ts'
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
import { links, linkTarget } from './rules/links.ts'
import { logMode } from './rules/log-mode.ts'
import { memoryEqual } from './rules/memory-equal.ts'
import { memoryMinimum } from './rules/memory-minimum.ts'
import { memoryReservation } from './rules/memory-reservation.ts'
import { memorySum } from './rules/memory-sum.ts'
import { memory } from './rules/memory.ts'
import { noContainers } from './rules/no-containers.ts'
import { portMissing } from './rules/port-missing.ts'
import { portName } from './rules/port-name.ts'
import { portProtocols } from './rules/port-protocols.ts'
import { portRange } from './rules/port-range.ts'
import { portValue } from './rules/port-value.ts'
import { targetType } from './rules/r1-10-target-type.ts'
import { hostPortMatches } from './rules/r1-2-host-port.ts'
import { sameHostPort } from './rules/r1-3-same-host-port.ts'
import { ephemeralPort } from './rules/r1-4-ephemeral.ts'
import { reservedHostPort, hostPortCount } from './rules/r1-5-reserved.ts'
import { staticPortDeployment, staticPortMaximum, neighbourPort } from './rules/r1-6-static-ports.ts'
import { dynamicPort } from './rules/r1-9-dynamic-port.ts'
import { deploymentRoom, daemonMaximum, serviceRole } from './rules/r10-deployment.ts'
import { gracePeriod, slowStart, drainTime, checkTimeout } from './rules/r10-health.ts'
import { ruleArn, ruleTwice } from './rules/r10-blue-green.ts'
import { balancedContainer, targetGroupCount, attachedTargetGroup } from './rules/r10-load-balancer.ts'
import { sameVpc, balancerZones, taskSecurityGroup } from './rules/r10-network.ts'
import { connectPort, connectProtocol } from './rules/r10-service-connect.ts'
import { bothCompatibilities } from './rules/r2-both.ts'
import { fargateCapabilities, fargatePid, fargateTmpfs } from './rules/r2-fargate-kernel.ts'
import { fargateLogs } from './rules/r2-fargate-logs.ts'
import { fargateMembers } from './rules/r2-fargate-members.ts'
import { fargateMode } from './rules/r2-fargate-mode.ts'
import { fargateVolumes } from './rules/r2-fargate-volumes.ts'
import { hostRoot } from './rules/r2-host-root.ts'
import { externalMode, managedMode } from './rules/r2-launch-type-mode.ts'
import { noneHasNoPorts } from './rules/r2-none.ts'
import { networkConfiguration, launchTypeNamed, noFargateDaemon } from './rules/r2-service.ts'
import { windowsMode } from './rules/r2-windows-mode.ts'
import { agentVersion } from './rules/r3-agent-version.ts'
import { agentAway, noneReady, impairedInstance, agentUpdate } from './rules/r3-instances.ts'
import { autoprovision, dockerOnWindows } from './rules/r4-docker.ts'
import { efsIam, efsRoot } from './rules/r4-efs.ts'
import { hostPath, windowsPath } from './rules/r4-host-path.ts'
import { volumeKinds, volumeTwice, oneAtLaunch } from './rules/r4-kinds.ts'
import { containerPath, samePath, unusedVolume } from './rules/r4-mounts.ts'
import { serviceVolume } from './rules/r4-service-volume.ts'
import { sourceVolume } from './rules/r4-source-volume.ts'
import { volumesFrom } from './rules/r4-volumes-from.ts'
import { fargateCpu, fargateMemory, fargateSize } from './rules/r5-fargate-size.ts'
import { accessKey } from './rules/r7-access-key.ts'
import { placeholder } from './rules/r7-placeholder.ts'
import { secretName, secretValue } from './rules/r7-secrets.ts'
import { restartPolicy } from './rules/restart-policy.ts'
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
