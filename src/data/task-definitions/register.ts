/** Registering, and giving a service another revision: each sent once, its outcome always known or said to be unknown. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Aws } from '../../aws/context.ts'
import { type Registered, registerRevision } from '../../aws/ecs/register.ts'
import { getService } from '../../aws/ecs/services.ts'
import { deployRevision, type ServiceDeploymentWish } from '../../aws/ecs/update-service.ts'
import type { Service } from '../../core/ecs/service.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { Definition } from '../../core/task-definition/definition.ts'
import { useAws } from '../session.ts'
import { refreshFamily } from './revisions.ts'

/** `checking`: the answer was lost, and the family is searched for the tag that was sent. */
export type RegisterStage = 'idle' | 'sending' | 'checking'

/** `register.mutate(definition)`; its data tell the revision, its error why there is none (or that it is not known). */
export function useRegister() {
  const aws = useAws()
  const client = useQueryClient()
  const [stage, setStage] = useState<RegisterStage>('idle')
  const register = useMutation({
    mutationFn: async (definition: Definition): Promise<Registered> => {
      setStage('sending')
      const operation = crypto.randomUUID()
      return registerRevision(aws, definition, operation, { onLost: () => setStage('checking') })
    },
    onSettled: async (_registered, _error, { family = '' }) => {
      setStage('idle')
      await refreshFamily(client, aws, family)
    },
  })
  return { register, stage }
}

export interface Deployed {
  service: Service
  /** Absent when the answer was lost and the service was read instead. */
  requestId?: string | undefined
}

/** `deploy.mutate(wish)`. */
export function useDeployRevision() {
  const aws = useAws()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wish: ServiceDeploymentWish): Promise<Deployed> => deployOnce(aws, wish),
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: [aws.key, 'service-uses'] }),
        client.invalidateQueries({ queryKey: [aws.key, 'service'] }),
      ])
    },
  })
}

/** What became of a lost answer is read from the service: it runs the revision, or it does not. */
async function deployOnce(aws: Aws, wish: ServiceDeploymentWish): Promise<Deployed> {
  const sentAt = await newestDeployment(aws, wish)
  try {
    const { value, requestId } = await deployRevision(aws, wish)
    return { service: value, requestId }
  } catch (error) {
    if (!(error instanceof AwsProblem) || error.kind !== 'unknown-outcome') throw error
    const service = await getService(aws, wish.cluster, wish.service).catch(() => undefined)
    const newest = service?.deployments[0]
    if (service && newest && newest.id !== sentAt && newest.taskDefinitionArn === wish.taskDefinition)
      return { service }
    throw error
  }
}

/** Id of the service's newest deployment before anything is sent, read afresh. */
async function newestDeployment(aws: Aws, { cluster, service }: ServiceDeploymentWish): Promise<string> {
  const { deployments } = await getService(aws, cluster, service)
  return deployments[0]?.id ?? ''
}
