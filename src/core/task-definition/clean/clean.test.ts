import { describe, expect, it } from 'vitest'
import type { Json } from '../json.ts'
import { readText } from '../text.ts'
import { clean } from './clean.ts'

const valueOf = (input: string | Uint8Array): Json | undefined => readText(clean(input).text).value
const stepIds = (input: string | Uint8Array): string[] => clean(input).steps.map(({ id }) => id)
const web = { family: 'web', containerDefinitions: [{ name: 'web', image: 'nginx' }] }
const text = JSON.stringify(web, null, 2)

describe('bytes', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), ['byte-order-mark']],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), ['utf-16', 'byte-order-mark']],
    ['UTF-16 without', Buffer.from(text, 'utf16le'), ['utf-16']],
    [
      'UTF-16, big end first',
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      ['utf-16', 'byte-order-mark'],
    ],
    ['UTF-8', Buffer.from(text), []],
    [
      'what is no text, with its line',
      Buffer.concat([Buffer.from(`// caf`), Buffer.from([0xe9]), Buffer.from(`\n${text}`)]),
      ['not-utf-8'],
    ],
  ])('reads %s', (_, bytes, ids) => {
    expect(stepIds(bytes)).toEqual(ids)
    expect(valueOf(bytes)).toEqual(web)
  })

  it('turns line ends into those of Unix', () => {
    expect(clean(text.replaceAll('\n', '\r\n'))).toMatchObject({ text, steps: [{ id: 'line-ends' }] })
    expect(clean(text.replaceAll('\n', '\r')).text).toBe(text)
  })
})

describe('what surrounds the JSON', () => {
  it.each([
    ['a prompt', `$ aws ecs describe-task-definition --task-definition web\n${text}\n`, ['text-before']],
    [
      'a prompt in brackets',
      `[ec2-user@ip-10-0-0-1 ~]$ cat web.json\n${text}\n[ec2-user@ip ~]$ `,
      ['text-before', 'text-after'],
    ],
    [
      'a command around it',
      `aws ecs register-task-definition --cli-input-json '${text}'\n`,
      ['text-before', 'text-after'],
    ],
    ['a heredoc', `cat <<EOF > web.json\n${text}\nEOF\n`, ['text-before', 'text-after']],
    ['an assignment', `const definition = ${text};\n`, ['text-before', 'text-after']],
    ['quotes', JSON.stringify(JSON.stringify(web)), ['json-string']],
  ])('leaves out %s', (_, pasted, ids) => {
    expect(stepIds(pasted)).toEqual(ids)
    expect(valueOf(pasted)).toEqual(web)
    expect(clean(pasted).text).toMatch(/\S\n?$/)
  })

  it('takes the containers out of Terraform', () => {
    const pasted = `resource "aws_ecs_task_definition" "web" {\n  container_definitions = <<EOF\n[{ "name": "web", "image": "nginx" }]\nEOF\n}\n`
    expect(valueOf(pasted)).toEqual({ containerDefinitions: web.containerDefinitions })
    expect(clean(pasted).kind).toBe('container-definitions')
  })

  it('takes them out of a whole file of Terraform, in its own language too', () => {
    const before =
      '# web\nresource "aws_ecs_task_definition" "web" {\n  requires_compatibilities = ["FARGATE"]\n  container_definitions = '
    const heredoc = `${before}<<-EOF\n  [{ "name": "web", "image": "nginx" }]\n  EOF\n  tags = { a = "b" }\n}\n`
    expect(valueOf(heredoc)).toEqual({ containerDefinitions: web.containerDefinitions })
    const own = `${before}jsonencode([{
    name = "web" # the name
    image = "\${var.repos["web"]}:1"
    memory = var.sizes["web"] * 2, cpu = 10
    "essential" : true
    command = ["sh", "-c", "echo $\${HOME} \\"x\\""]
    environment = [
      for name, value in var.variables : { name = name, value = value }
    ]
    portMappings = [{ containerPort = 80, }, /* two */ { containerPort = 81 }]
    logConfiguration = { logDriver = var.driver, options = { awslogs-group = "/web" } }
  }])\n  volume {\n    name = "data"\n  }\n}\n`
    expect(valueOf(own)).toEqual({
      containerDefinitions: [
        {
          name: 'web',
          image: '${var.repos["web"]}:1',
          memory: '${var.sizes["web"] * 2}',
          cpu: 10,
          essential: true,
          command: ['sh', '-c', 'echo ${HOME} "x"'],
          environment: '${[ for name, value in var.variables : { name = name, value = value } ]}',
          portMappings: [{ containerPort: 80 }, { containerPort: 81 }],
          logConfiguration: { logDriver: '${var.driver}', options: { 'awslogs-group': '/web' } },
        },
      ],
    })
    expect(stepIds(own)).toEqual([
      'terraform',
      'placeholder',
      'placeholder',
      'placeholder',
      'text-before',
      'text-after',
      'last-comma',
      'containers',
    ])
    expect(stepIds('[\n  {\n    name = "web"\n    image = "nginx"\n  }\n]\n')).toEqual([
      'terraform',
      'containers',
    ])
    expect(clean(heredoc + own)).toMatchObject({ kind: 'unreadable', problems: [{ line: 12, column: 38 }] })
    for (const broken of [own.replace('"web" #', '"web #'), own.slice(0, 200), own.replace('var.driver', '')])
      expect(clean(broken)).toMatchObject({ kind: 'unreadable', text: broken, steps: [] })
  })

  it('does not take a part of a broken text for the whole', () => {
    for (const broken of ['[ 5, { "family": "web" }', '{ family: { "a": 1 } }', `${text}, "x": 1 }`])
      expect(clean(broken)).toMatchObject({ kind: 'unreadable', text: broken, steps: [] })
  })
})

describe('small repairs', () => {
  it('adds a comma that is missing, and removes the one too many, each with its line', () => {
    const cleaned = clean('{\n  "family": "web" // name\n  "cpu": "1",\n}')
    expect(cleaned.text).toBe('{\n  "family": "web", // name\n  "cpu": "1"\n}')
    expect(cleaned.steps).toMatchObject([
      { id: 'missing-comma', message: { values: { line: 2 } } },
      { id: 'last-comma', message: { values: { line: 3 } } },
    ])
  })

  it('removes the members that do not count', () => {
    expect(clean('{ "family": "a", "tags": [{ "key": "x", "key": "y" }], "family": "b" }')).toMatchObject({
      text: '{ "tags": [{ "key": "y" }], "family": "b" }',
      steps: [{ id: 'duplicate' }, { id: 'duplicate' }],
    })
  })

  it('keeps comments', () => {
    const commented = '// the web\n{\n  /* a */ "family": "web" // b\n}\n// end\n'
    expect(clean(commented)).toMatchObject({ text: commented, steps: [], problems: [] })
  })

  it('refuses what it cannot repair, as it was, with line and column', () => {
    const broken = '{\n  "family": "web\n}'
    expect(clean(broken)).toMatchObject({
      kind: 'unreadable',
      text: broken,
      problems: [{ line: 2, column: 13 }],
    })
    expect(clean(' \n').problems).toMatchObject([{ line: 1, column: 1 }])
    expect(clean('hello there')).toMatchObject({ kind: 'unreadable', problems: [{ line: 1, column: 1 }] })
  })
})

describe('placeholders', () => {
  const template = `{
  "family": "{{FAMILY}}",
  "cpu": <CPU>,
  "containerDefinitions": [
    { "name": "web", "image": \${REPO}:{{TAG}}, "memory":{{MEMORY}},
      $$$$HEALTH$$$$
      "command": ["\${SHELL_VARIABLE}"] },
    %SIDECAR%
  ]
}`

  it('puts them in quotes, or into a comment where no value can stand', () => {
    const cleaned = clean(template)
    expect(cleaned.problems).toEqual([])
    expect(readText(cleaned.text).value).toEqual({
      family: '{{FAMILY}}',
      cpu: '<CPU>',
      containerDefinitions: [
        { name: 'web', image: '${REPO}:{{TAG}}', memory: '{{MEMORY}}', command: ['${SHELL_VARIABLE}'] },
        '%SIDECAR%',
      ],
    })
    expect(cleaned.steps.map(({ id }) => id)).toEqual(Array.from({ length: 5 }, () => 'placeholder'))
  })

  it('takes all of a value that holds one', () => {
    const image = '<ACCOUNT>.dkr.ecr.<REGION>.amazonaws.com/web:latest'
    const pasted = `{ "family": "web", "taskRoleArn": arn:aws:iam::\${ACCOUNT}:role/web, "containerDefinitions": [{ "name": "web", "image": ${image} }] }`
    expect(valueOf(pasted)).toEqual({
      family: 'web',
      taskRoleArn: 'arn:aws:iam::${ACCOUNT}:role/web',
      containerDefinitions: [{ name: 'web', image }],
    })
  })

  it('makes a comment of what stands around values', () => {
    const cleaned = clean(
      '[{ "name": "web", "image": "nginx", "secrets": [\n%{ for k, v in secrets ~}\n{ "name": "${k}", "valueFrom": "${v}" },\n%{ endfor ~}\n] }]',
    )
    const secrets = [{ name: '${k}', valueFrom: '${v}' }]
    expect(readText(cleaned.text).value).toEqual({
      containerDefinitions: [{ name: 'web', image: 'nginx', secrets }],
    })
    expect(cleaned.steps.map(({ id }) => id)).toEqual([
      'placeholder',
      'placeholder',
      'last-comma',
      'containers',
    ])
  })

  it('marks them as holes, with their places in the cleaned text', () => {
    const cleaned = clean(template)
    const holes = cleaned.holes.map(({ text: said, path }) => [said, path.join('.')])
    expect(holes).toEqual([
      ['{{FAMILY}}', 'family'],
      ['<CPU>', 'cpu'],
      ['${REPO}:{{TAG}}', 'containerDefinitions.0.image'],
      ['{{MEMORY}}', 'containerDefinitions.0.memory'],
      ['$$$$HEALTH$$$$', ''],
      ['%SIDECAR%', 'containerDefinitions.1'],
    ])
    const [, cpu] = cleaned.holes
    expect(cleaned.text.slice(cpu?.offset, (cpu?.offset ?? 0) + (cpu?.length ?? 0))).toBe('"<CPU>"')
    expect(cpu).toMatchObject({ line: 3, column: 10 })
  })

  it('leaves alone what a shell, a log driver or a page says', () => {
    const meant = {
      family: 'web',
      containerDefinitions: [
        {
          name: 'web',
          image: 'httpd',
          command: ['echo "<html> $HOME {{x}}" > ${FILE}'],
          environment: [{ name: 'URL', value: 'http://${HOST}/' }],
          logConfiguration: { logDriver: 'json-file', options: { tag: '{{.Name}}' } },
        },
      ],
    }
    expect(clean(JSON.stringify(meant))).toMatchObject({ steps: [], holes: [], text: JSON.stringify(meant) })
  })
})

describe('wrappers', () => {
  const answer = {
    taskDefinition: {
      taskDefinitionArn: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:7',
      containerDefinitions: [
        {
          name: 'web',
          image: 'nginx',
          cpu: 0,
          links: [],
          command: [],
          environment: [{ name: 'EMPTY', value: '' }],
          user: null,
          hostname: '',
        },
      ],
      family: 'web',
      revision: 7,
      volumes: [{ name: 'data', host: {} }],
      status: 'ACTIVE',
      requiresCompatibilities: ['EC2'],
      compatibilities: ['EC2'],
      inferenceAccelerators: [],
      registeredAt: '2026-01-01T00:00:00Z',
    },
    tags: [{ key: 'team', value: 'shop' }],
  }
  const definition = {
    containerDefinitions: [
      { name: 'web', image: 'nginx', cpu: 0, command: [], environment: [{ name: 'EMPTY', value: '' }] },
    ],
    family: 'web',
    volumes: [{ name: 'data', host: {} }],
    requiresCompatibilities: ['EC2'],
    tags: [{ key: 'team', value: 'shop' }],
  }

  it('takes the definition out of an answer of AWS, with its tags, and names all that it leaves out', () => {
    const cleaned = clean(JSON.stringify(answer, null, 4))
    expect(readText(cleaned.text).value).toEqual(definition)
    expect(cleaned.steps.map(({ id, path = [] }) => [id, path.join('.')].join(' ').trim())).toEqual([
      'wrapped',
      'tags-moved tags',
      'read-only taskDefinitionArn',
      'read-only revision',
      'read-only status',
      'read-only compatibilities',
      'read-only registeredAt',
      'null containerDefinitions.0.user',
      'empty containerDefinitions.0.links',
      'empty containerDefinitions.0.hostname',
      'empty inferenceAccelerators',
    ])
    expect(cleaned.text).toMatch(/^\{\n {4}"containerDefinitions": \[\n {8}\{\n/)
  })

  it('does not touch empty lists that somebody wrote', () => {
    const own = '{ "family": "web", "containerDefinitions": [], "volumes": [] }'
    expect(clean(own)).toMatchObject({ text: own, steps: [] })
  })

  it('reads what the command line prints as YAML, with its comments', () => {
    const yaml = `# copied\ntaskDefinition:\n  family: web # name\n  containerDefinitions:\n  - name: web\n    image: nginx\n    command:\n    - |\n      # not a comment\n  revision: 7\n`
    const cleaned = clean(yaml)
    expect(cleaned.steps.map(({ id }) => id)).toEqual(['yaml', 'wrapped', 'read-only'])
    expect(cleaned.text).toMatch(/^\/\/ copied\n\/\/ name\n\{/)
    expect(readText(cleaned.text).value).toEqual({
      family: 'web',
      containerDefinitions: [{ name: 'web', image: 'nginx', command: ['# not a comment\n'] }],
    })
  })

  const printed = 'taskDefinition:\n  family: web\n  containerDefinitions:\n  - name: web\n    image: nginx\n'

  it.each([
    [
      'a prompt before',
      `$ aws ecs describe-task-definition --task-definition web\n${printed}`,
      ['text-before'],
    ],
    ['prompts around', `PS C:\\> cat web.yaml\n\n${printed}me@host:~$ \n`, ['text-before', 'text-after']],
    ['the marks of a document', `---\n${printed}...\n---\n`, []],
  ])('reads YAML with %s', (_, pasted, ids) => {
    expect(stepIds(pasted)).toEqual([...ids, 'yaml', 'wrapped'])
    expect(valueOf(pasted)).toEqual(web)
  })

  it('refuses YAML that is broken or has a second document, and takes no piece of it for JSON', () => {
    expect(clean(`${printed}---\n${printed}`)).toMatchObject({
      kind: 'unreadable',
      problems: [{ line: 6, column: 1, message: { text: { en: /second YAML document/ } } }],
    })
    const broken = `tags: []\n\tfamily: web\n`
    expect(clean(broken)).toMatchObject({ kind: 'unreadable', text: broken, problems: [{ line: 2 }] })
  })

  it('keeps placeholders of YAML, but not what a script says', () => {
    const cleaned = clean(
      'family: {{ family }}\ncontainerDefinitions:\n- name: @NAME@\n  image: {{ repo }}:{{ tag }} # new\n  command:\n  - |\n    a: {{ b }}\n    c: {{ d }}\n  - {{ last }}\n',
    )
    expect(readText(cleaned.text).value).toEqual({
      family: '{{ family }}',
      containerDefinitions: [
        {
          name: '@NAME@',
          image: '{{ repo }}:{{ tag }}',
          command: ['a: {{ b }}\nc: {{ d }}\n', '{{ last }}'],
        },
      ],
    })
    expect(cleaned.steps.map(({ id, message }) => [id, message.values?.['line']])).toEqual([
      ['placeholder', 1],
      ['placeholder', 3],
      ['placeholder', 4],
      ['placeholder', 9],
      ['yaml', undefined],
    ])
    expect(cleaned.holes).toHaveLength(3)
  })

  it('takes the only definition out of a list', () => {
    expect(valueOf(JSON.stringify([web]))).toEqual(web)
    expect(stepIds(JSON.stringify([web]))).toEqual(['list-of-one'])
  })

  it('makes a definition around containers', () => {
    const cleaned = clean(`// two\n${JSON.stringify(web.containerDefinitions, null, 2)}\n// end`)
    expect(cleaned).toMatchObject({ kind: 'container-definitions', steps: [{ id: 'containers' }] })
    expect(cleaned.text).toMatch(/^\/\/ two\n\{\n {2}"containerDefinitions": \[\n {4}\{\n/)
    expect(cleaned.text).toContain('// end')
    expect(valueOf('{ "name": "web", "image": "nginx" }')).toEqual({
      containerDefinitions: web.containerDefinitions,
    })
  })

  const properties = {
    Family: 'web',
    ContainerDefinitions: [
      {
        Name: 'web',
        Image: { 'Fn::Sub': '${Repo}:1' },
        Essential: 'true',
        Environment: [{ Name: 'A', Value: 1 }],
        DockerLabels: { Name: 'mine' },
      },
    ],
    Cpu: 256,
    Volumes: [{ Name: 'x', EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }],
    ProxyConfiguration: { ContainerName: 'web', ProxyConfigurationProperties: [{ Name: 'a', Value: 'b' }] },
  }
  const spelled = {
    family: 'web',
    containerDefinitions: [
      {
        name: 'web',
        image: { 'Fn::Sub': '${Repo}:1' },
        essential: true,
        environment: [{ name: 'A', value: '1' }],
        dockerLabels: { Name: 'mine' },
      },
    ],
    cpu: '256',
    volumes: [{ name: 'x', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }],
    proxyConfiguration: { containerName: 'web', properties: [{ name: 'a', value: 'b' }] },
  }

  it('spells the properties of CloudFormation as the API does, and leaves labels alone', () => {
    expect(valueOf(JSON.stringify(properties))).toEqual(spelled)
    expect(clean(JSON.stringify(properties)).holes).toMatchObject([
      { text: 'Fn::Sub', path: ['containerDefinitions', 0, 'image'] },
    ])
  })

  it('takes the only task definition out of a template, in JSON and in YAML', () => {
    const task = { Type: 'AWS::ECS::TaskDefinition', Properties: properties }
    const cleaned = clean(JSON.stringify({ Resources: { Bucket: { Type: 'AWS::S3::Bucket' }, Task: task } }))
    expect(cleaned.kind).toBe('cloudformation')
    expect(readText(cleaned.text).value).toEqual(spelled)
    expect(cleaned.steps.filter(({ id }) => id === 'sibling')).toMatchObject([{ path: ['Bucket'] }])
    const yaml = `Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Family: web\n      TaskRoleArn: !GetAtt Role.Arn\n      ContainerDefinitions:\n        - Name: web\n          Image: !Join ['/', [!Ref Registry, nginx]]\n`
    expect(valueOf(yaml)).toEqual({
      family: 'web',
      taskRoleArn: { 'Fn::GetAtt': 'Role.Arn' },
      containerDefinitions: [{ name: 'web', image: { 'Fn::Join': ['/', [{ Ref: 'Registry' }, 'nginx']] } }],
    })
  })

  it('refuses a template with none or several, and names them', () => {
    const task = { Type: 'AWS::ECS::TaskDefinition', Properties: properties }
    const several = JSON.stringify({ Resources: { A: task, B: task } }, null, 2)
    expect(clean(several)).toMatchObject({
      kind: 'cloudformation',
      text: several,
      problems: [{ line: 2, column: 16, message: { values: { count: 2, names: 'A, B' } } }],
    })
    expect(clean('{ "Resources": {} }').problems).toMatchObject([{ line: 1, column: 16 }])
  })
})

describe('types', () => {
  it('writes sizes and numbers as they are needed, and says where', () => {
    const cleaned = clean(
      '{ "cpu": "1 vCPU", "memory": 2048, "containerDefinitions": [{ "cpu": "256", "memory": ".5 GB", "memoryReservation": "128MiB", "privileged": "false", "environment": [{ "name": "PORT", "value": 8080 }], "portMappings": [{ "containerPort": "80" }] }] }',
    )
    expect(readText(cleaned.text).value).toEqual({
      cpu: '1024',
      memory: '2048',
      containerDefinitions: [
        {
          cpu: 256,
          memory: 512,
          memoryReservation: 128,
          privileged: false,
          environment: [{ name: 'PORT', value: '8080' }],
          portMappings: [{ containerPort: 80 }],
        },
      ],
    })
    expect(cleaned.steps).toHaveLength(8)
    expect(cleaned.steps.every(({ path }) => path)).toBe(true)
  })

  it('leaves what is not certain', () => {
    const doubtful =
      '{ "memory": "a lot", "containerDefinitions": [{ "cpu": "1e3", "command": "npm start", "memory": 1.5 }] }'
    expect(clean(doubtful)).toMatchObject({ text: doubtful, steps: [] })
  })

  it('never says a value', () => {
    const cleaned = clean(
      '{ "containerDefinitions": [{ "environment": [{ "name": "PIN", "value": 736251 }] }] }',
    )
    expect(JSON.stringify(cleaned.steps)).not.toContain('736251')
  })
})

describe('other kinds stay as they are', () => {
  it.each([
    ['dockerrun', '{ "AWSEBDockerrunVersion": 2, "containerDefinitions": [], "x": null }'],
    ['image-definitions', '[{ "name": "web", "imageUri": "nginx" }]'],
    ['image-definitions', '{ "ImageURI": "nginx" }'],
    ['compose', 'services:\n  web:\n    image: nginx\n'],
    ['compose', 'web:\n  image: nginx\n  links: [db]\ndb:\n  build: .\n'],
    ['compose', '{ "services": { "web": { "image": "nginx" } } }'],
    ['ecs-params', 'version: 1\ntask_definition:\n  ecs_network_mode: awsvpc\n'],
  ])('%s', (kind, pasted) => {
    expect(clean(pasted)).toMatchObject({ kind, text: pasted, steps: [], problems: [] })
  })

  it.each([
    'arn:aws:ecs:us-east-1:111122223333:task-definition/web:7',
    'arn:aws-cn:ecs:cn-north-1:111122223333:task-definition/web',
    ' web:7\n',
  ])('a reference to a revision: %s', (pasted) => {
    expect(clean(pasted)).toMatchObject({ kind: 'arn', text: pasted.trim() })
  })
})

describe('a text in quotes', () => {
  it('that holds no JSON is refused with a problem', () => {
    const { kind, problems } = clean('"["')
    expect(kind).toBe('unreadable')
    expect(problems).toMatchObject([{ line: 1, column: 1 }])
  })
})
