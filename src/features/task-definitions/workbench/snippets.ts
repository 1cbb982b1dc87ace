/** Pieces of a definition that people write again and again, with places to fill in. */
import type { Text } from '../../../i18n/text.ts'

interface Snippet {
  name: string
  about: Text
  /** Tab stops as editors write them: `${1:name}`. */
  body: string
}

/** `<region>` stands for the Region in which they are written. */
const snippets: readonly Snippet[] = [
  {
    name: 'container',
    about: { en: 'A container with a port and a log group', ko: '포트와 로그 그룹이 있는 컨테이너' },
    body: `{
  "name": "\${1:app}",
  "image": "\${2:public.ecr.aws/docker/library/nginx:stable}",
  "essential": true,
  "portMappings": [{ "containerPort": \${3:80}, "protocol": "tcp" }],
  "logConfiguration": {
    "logDriver": "awslogs",
    "options": {
      "awslogs-group": "/ecs/\${4:app}",
      "awslogs-region": "\${5:<region>}",
      "awslogs-stream-prefix": "\${1:app}"
    }
  }
}`,
  },
  {
    name: 'sidecar',
    about: {
      en: 'A container beside the app that may end, and that the app waits for',
      ko: '앱이 기다리는, 종료되어도 되는 보조 컨테이너',
    },
    body: `{
  "name": "\${1:sidecar}",
  "image": "\${2:image}",
  "essential": false,
  "healthCheck": {
    "command": ["CMD-SHELL", "\${3:curl -f http://localhost:9000/health || exit 1}"],
    "interval": 10,
    "timeout": 5,
    "retries": 3
  }
}`,
  },
  {
    name: 'dependsOn',
    about: { en: 'Start after another container', ko: '다른 컨테이너 다음에 시작' },
    body: `"dependsOn": [{ "containerName": "\${1:sidecar}", "condition": "\${2|START,HEALTHY,COMPLETE,SUCCESS|}" }]`,
  },
  {
    name: 'firelens',
    about: {
      en: 'A FireLens log router (Fluent Bit); the other containers use the log driver awsfirelens',
      ko: 'FireLens 로그 라우터(Fluent Bit). 다른 컨테이너는 awsfirelens 로그 드라이버를 사용',
    },
    body: `{
  "name": "log-router",
  "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
  "essential": true,
  "memoryReservation": 50,
  "user": "0",
  "firelensConfiguration": { "type": "fluentbit", "options": { "enable-ecs-log-metadata": "true" } }
}`,
  },
  {
    name: 'efs',
    about: { en: 'A volume on Amazon EFS', ko: 'Amazon EFS 볼륨' },
    body: `{
  "name": "\${1:data}",
  "efsVolumeConfiguration": {
    "fileSystemId": "\${2:fs-0123456789abcdef0}",
    "transitEncryption": "ENABLED",
    "authorizationConfig": { "accessPointId": "\${3:fsap-0123456789abcdef0}", "iam": "ENABLED" }
  }
}`,
  },
  {
    name: 'mountPoint',
    about: { en: 'Where a container sees a volume', ko: '컨테이너에서 볼륨이 보이는 위치' },
    body: `{ "sourceVolume": "\${1:data}", "containerPath": "\${2:/data}", "readOnly": false }`,
  },
  {
    name: 'healthCheck',
    about: { en: 'A health check by a command in the container', ko: '컨테이너 안의 명령으로 상태 확인' },
    body: `"healthCheck": {
  "command": ["CMD-SHELL", "\${1:curl -f http://localhost/health || exit 1}"],
  "interval": \${2:30},
  "timeout": 5,
  "retries": 3,
  "startPeriod": \${3:10}
}`,
  },
]

export function snippetsFor(region: string): Snippet[] {
  return snippets.map((each) => ({ ...each, body: each.body.replaceAll('<region>', region) }))
}
