/** Definitions to begin with, for the account and Region that are open. */
import type { Text } from '../../../i18n/text.ts'

interface Template {
  id: string
  title: Text
  about: Text
  text: (place: Place) => string
}

/** Where the definition is going to be registered. */
interface Place {
  /** Twelve digits. */
  account: string
  region: string
}

export const templates: readonly Template[] = [
  {
    id: 'fargate-web',
    title: { en: 'Web service on Fargate', ko: 'Fargate 웹 서비스' },
    about: {
      en: 'One container behind a load balancer, with logs and a health check.',
      ko: '로드 밸런서 뒤의 컨테이너 하나. 로그와 상태 확인 포함.',
    },
    text: fargateWeb,
  },
  {
    id: 'ec2-dynamic',
    title: { en: 'Web service on EC2 with dynamic ports', ko: '동적 포트를 쓰는 EC2 웹 서비스' },
    about: {
      en: 'Several copies fit on one instance: the host port is chosen at start.',
      ko: '호스트 포트를 시작할 때 정하므로 한 인스턴스에 여러 개가 들어갑니다.',
    },
    text: () => `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "public.ecr.aws/docker/library/nginx:stable",
      "essential": true,
      "cpu": 128,
      "memoryReservation": 128,
      "portMappings": [{ "containerPort": 80, "hostPort": 0, "protocol": "tcp" }]
    }
  ]
}
`,
  },
  {
    id: 'fargate-worker',
    title: { en: 'Worker on Fargate', ko: 'Fargate 작업자' },
    about: { en: 'No ports: it takes its work from a queue.', ko: '포트 없이 대기열에서 작업을 가져옵니다.' },
    text: () => `{
  "family": "worker",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "worker",
      "image": "public.ecr.aws/docker/library/busybox:stable",
      "essential": true,
      "command": ["sh", "-c", "while true; do sleep 60; done"]
    }
  ]
}
`,
  },
]

/** What a new definition begins with, too. */
export function fargateWeb({ account, region }: Place): string {
  return `{
  "family": "web",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "256",
  "memory": "512",
  "executionRoleArn": "arn:aws:iam::${account}:role/ecsTaskExecutionRole",
  "runtimePlatform": { "cpuArchitecture": "X86_64", "operatingSystemFamily": "LINUX" },
  "containerDefinitions": [
    {
      "name": "web",
      "image": "public.ecr.aws/docker/library/nginx:stable",
      "essential": true,
      "portMappings": [{ "containerPort": 80, "protocol": "tcp" }],
      "healthCheck": {
        "command": ["CMD-SHELL", "curl -f http://localhost/ || exit 1"],
        "interval": 30,
        "timeout": 5,
        "retries": 3,
        "startPeriod": 10
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/web",
          "awslogs-region": "${region}",
          "awslogs-stream-prefix": "web"
        }
      }
    }
  ]
}
`
}
