/** An EC2 Auto Scaling group and its instances, enough to stand behind an ECS cluster. */
export interface AutoScalingInstanceRecord {
  instanceId: string
  availabilityZone: string
  instanceType: string
  privateIp: string
  lifecycleState: 'Pending' | 'InService' | 'Terminating' | 'Terminated'
  launchedAt: number
}

export interface AutoScalingGroupRecord {
  name: string
  arn: string
  minSize: number
  maxSize: number
  desiredCapacity: number
  availabilityZones: string[]
  instanceType: string
  createdAt: number
  /** The ECS cluster new instances register with. */
  clusterArn?: string
  instances: Record<string, AutoScalingInstanceRecord>
  tags: Record<string, string>
}
