import { describe, expect, it } from 'vitest'
import type { Service } from '../../core/ecs/service.ts'
import { rowMaker } from './service-rows.ts'

const arn = (name: string): string => `arn:aws:ecs:us-east-1:123456789012:service/prod/${name}`
const described = (name: string): Service => ({ arn: arn(name), name }) as Service

describe('rows of services', () => {
  it('stand there before their services are described', () => {
    expect(rowMaker()([arn('web')], new Map())).toEqual([
      { arn: arn('web'), name: 'web', cluster: 'prod', region: 'us-east-1' },
    ])
  })

  it('keep their identity until their own service changes', () => {
    const rows = rowMaker()
    const web = described('web')
    const [a1, b1] = rows([arn('web'), arn('api')], new Map([[arn('web'), web]]))
    const [a2, b2] = rows(
      [arn('web'), arn('api')],
      new Map([
        [arn('web'), web],
        [arn('api'), described('api')],
      ]),
    )
    expect(a2).toBe(a1)
    expect(b2).not.toBe(b1)
    expect(b2?.service?.name).toBe('api')
  })
})
