/** Registering, and giving a service another revision: each sent once, its outcome always known or said to be unknown. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Aws } from '../../aws/context.ts'
import { type Registered, registerRevision } from '../../aws/ecs/register.ts'
import { listRevisions } from '../../aws/ecs/revisions.ts'
import { type Deployed, deployOnce, type DeployWish } from '../../aws/ecs/update-service.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { Definition } from '../../core/task-definition/definition.ts'
import { nameOfArn, readRevisionName } from '../../core/task-definition/revision.ts'
import { invalidate } from '../query-client.ts'
import { useAws } from '../session.ts'
import { refreshFamily } from './revisions.ts'

export type { Deployed, Registered }

/** `checking`: the answer was lost, and the family is searched for the tag that was sent. */
export type RegisterStage = 'idle' | 'sending' | 'checking'

export interface RegisterWish {
  definition: Definition
  /** ARN of the newest ACTIVE revision that the person compared with; undefined when there was none. */
  seen: string | undefined
}

/** `register.mutate(wish)`; its data tell the revision, its error why there is none (or that it is not known). */
export function useRegister() {
  const aws = useAws()
  const [stage, setStage] = useState<RegisterStage>('idle')
  const register = useMutation({
    mutationFn: async ({ definition, seen }: RegisterWish): Promise<Registered> => {
      setStage('sending')
      await refuseIfNewer(aws, definition.family ?? '', seen)
      const operation = crypto.randomUUID()
      return registerRevision(aws, definition, operation, {
        after: readRevisionName(seen ?? '')?.revision,
        onLost: () => setStage('checking'),
      })
    },
    onSettled: async (_registered, _error, { definition }) => {
      setStage('idle')
      await refreshFamily(aws, definition.family ?? '')
    },
  })
  return { register, stage }
}

/** Somebody else may have registered since the person looked. @throws AwsProblem of kind `conflict` */
async function refuseIfNewer(aws: Aws, family: string, seen: string | undefined): Promise<void> {
  const { arns } = await listRevisions(aws, { family, status: 'ACTIVE', size: 1 })
  if (arns[0] === seen) return
  throw new AwsProblem({
    kind: 'conflict',
    code: 'NewestRevisionChanged',
    message: `The newest ACTIVE revision is ${nameOfArn(arns[0] ?? 'none')} now`,
    operation: 'ecs:ListTaskDefinitions',
    attempts: 1,
  })
}

/** `deploy.mutate(wish)`. */
export function useDeployRevision() {
  const aws = useAws()
  return useMutation({
    mutationFn: (wish: DeployWish): Promise<Deployed> => deployOnce(aws, wish),
    onSettled: async () => {
      await Promise.all([invalidate(aws, 'service-uses'), invalidate(aws, 'service')])
    },
  })
}
