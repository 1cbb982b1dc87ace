/** How soon the task-definition editor can be used, and how fast it says what is wrong. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import type { Json } from '../src/core/task-definition/json.ts'
import { lint } from '../src/core/task-definition/linter/lint.ts'
import { throttle } from './page.ts'
import { type Row, measured } from './table.ts'

const runs = Number(process.env.BENCH_RUNS ?? 5)

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
    environment: Array.from({ length: 80 }, (_, variable) => ({
      name: `SETTING_${String(variable)}`,
      value: `value ${String(variable)} of a setting that is about this long`,
    })),
    dependsOn: index === 0 ? [] : [{ containerName: 'app-0', condition: 'START' }],
  }
}

/** `context`: signed in at `origin`. */
export async function editorRows(context: BrowserContext, origin: string, slow: number): Promise<Row[]> {
  const fetched: number[] = []
  const cold: number[] = []
  const keys: number[] = []
  for (let run = 0; run < runs; run += 1) {
    fetched.push(await openEditor(context, `${origin}/ap-northeast-2/task-definitions`, slow, true))
    cold.push(await openEditor(context, `${origin}/ap-northeast-2/clusters`, slow, false))
  }
  keys.push(...(await typed(context, origin, slow)))
  return [
    measured('Editor: click to usable, fetched while idle', fetched, 500),
    measured('Editor: click to usable, not fetched', cold, 1500),
    measured('Editor: keystroke to markers, 64 KB, median', keys, 100),
    ...lintRows(),
  ]
}

/** ms from the click in the menu to the first drawn line of text. */
async function openEditor(
  context: BrowserContext,
  from: string,
  slow: number,
  isFetched: boolean,
): Promise<number> {
  const page = await context.newPage()
  const session = await throttle(page, 1)
  await session.send('Network.enable')
  await session.send('Network.clearBrowserCache')
  const chunk = page.waitForResponse((response) => /\/assets\/editor-[^/]*\.js/.test(response.url()))
  await page.goto(from)
  await page.getByRole('link', { name: 'Task definition editor' }).waitFor()
  if (isFetched) {
    await (await chunk).finished()
    // Until it is evaluated as well.
    await page.waitForFunction(() => 'MonacoEnvironment' in self)
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  } else chunk.catch(() => undefined)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow })
  const usable = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let clickedAt = 0
        document.addEventListener('click', (event) => (clickedAt = event.timeStamp), {
          capture: true,
          once: true,
        })
        const watch = new MutationObserver(() => {
          if (clickedAt === 0 || !document.querySelector('.monaco-editor .view-line')) return
          watch.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - clickedAt)))
        })
        watch.observe(document, { childList: true, subtree: true })
      }),
  )
  await page.getByRole('link', { name: 'Task definition editor' }).click()
  const took = await usable
  await page.close()
  return took
}

/** ms from a key to the markers that follow from it: a brace too many makes an error, its removal takes it away. */
async function typed(context: BrowserContext, origin: string, slow: number): Promise<number[]> {
  const page = await context.newPage()
  await page.goto(`${origin}/ap-northeast-2/task-definition-editor`)
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await fill(page, JSON.stringify(largeDefinition(), null, 2))
  await throttle(page, slow)
  const took: number[] = []
  for (let key = 0; key < 10; key += 1) {
    const marked = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let pressedAt = 0
          document.addEventListener('keydown', (event) => (pressedAt = event.timeStamp), {
            capture: true,
            once: true,
          })
          const marks = document.getElementsByClassName('squiggly-error')
          const before = marks.length
          const look = (): void => {
            if (pressedAt > 0 && marks.length !== before) resolve(performance.now() - pressedAt)
            else requestAnimationFrame(look)
          }
          look()
        }),
    )
    await page.keyboard.press(key % 2 === 0 ? '}' : 'Backspace')
    took.push(await marked)
  }
  await page.close()
  return took
}

async function fill(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Task definition as JSON' })
  await field.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
  await field.focus()
  await page.keyboard.press('ControlOrMeta+Home')
}

function lintRows(): Row[] {
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
