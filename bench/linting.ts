/** How fast a task definition is linted. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json } from '../src/core/task-definition/json.ts'
import { lint } from '../src/core/task-definition/linter/lint.ts'
import { type Row, measured } from './table.ts'

/** A definition of about 64 KB: ten containers with ports, checks, logs and many variables. */
export function largeDefinition(): Json {
  return {
    family: 'large',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '1024',
    memory: '2048',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    containerDefinitions: Array.from({ length: 10 }, (_, index) => container(index)),
  }
}

function container(index: number): Json {
  return {
    name: `app-${String(index)}`,
    image: `123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/app:${String(index)}`,
    cpu: 64,
    memory: 128,
    essential: index === 0,
    portMappings: [{ containerPort: 8000 + index, protocol: 'tcp' }],
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'], interval: 30 },
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '/ecs/app',
        'awslogs-region': 'ap-northeast-2',
        'awslogs-stream-prefix': 'a',
      },
    },
    environment: Array.from({ length: 47 }, (_, variable) => ({
      name: `SETTING_${String(variable)}`,
      value: `value ${String(variable)} of a setting that is about this long`,
    })),
    dependsOn: index === 0 ? [] : [{ containerName: 'app-0', condition: 'START' }],
  }
}

/** Lint of 64 KB, and cfn-lint's time beside it where that is installed. */
export function lintRows(): Row[] {
  const definition = largeDefinition()
  const took = Array.from({ length: 20 }, () => {
    const startedAt = performance.now()
    lint(definition)
    return performance.now() - startedAt
  })
  return [
    {
      what: 'Linter: size of the definition',
      measured: JSON.stringify(definition, null, 2).length / 1000,
      unit: 'KB',
    },
    measured('Linter: 64 KB definition', took, 50),
    ...peerRows(definition),
  ]
}

/** cfn-lint's ECS rules on the same definition as a CloudFormation resource; nothing where it is not installed. */
function peerRows(definition: Json): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-bench-'))
  const file = join(folder, 'template.json')
  writeFileSync(file, JSON.stringify(toTemplate(definition)))
  try {
    execFileSync('cfn-lint', ['--version'], { stdio: 'ignore' })
    const startedAt = performance.now()
    try {
      execFileSync('cfn-lint', [file], { stdio: 'ignore' })
    } catch {
      // Findings are an exit code.
    }
    return [measured('cfn-lint on the same file, its start included', [performance.now() - startedAt])]
  } catch {
    console.log('cfn-lint is not installed: no row for it')
    return []
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function toTemplate(definition: Json): object {
  const capital = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(capital)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        /^[a-z]\w*$/.test(key) ? key.charAt(0).toUpperCase() + key.slice(1) : key,
        capital(member),
      ]),
    )
  }
  return {
    Resources: { Task: { Type: 'AWS::ECS::TaskDefinition', Properties: capital(definition) } },
  }
}
