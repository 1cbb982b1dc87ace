/**
 * The stop reasons AWS writes, most exact first, each with its meaning and advice.
 * Wordings: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
import type { Text } from '../../i18n/text.ts'

export interface StopCause {
  /** Matched against container reasons, then the task's; named groups become message values. */
  pattern?: RegExp
  failed: boolean
  means: Text
  advice: Text[]
}

const pullCauses: StopCause[] = [
  {
    pattern: /CannotPull.*(manifest unknown|not found|does not exist|repository .* not)/is,
    failed: true,
    means: {
      en: 'The image, tag or repository does not exist.',
      ko: '이미지, 태그 또는 리포지토리가 존재하지 않습니다.',
    },
    advice: [
      {
        en: 'Compare the image of the task definition with the tags in the registry; look for a typing error or a deleted tag.',
        ko: '태스크 정의의 이미지와 레지스트리의 태그를 비교하고 오타나 삭제된 태그가 없는지 확인하세요.',
      },
      {
        en: 'Register a revision with an existing image (best by digest) and deploy it.',
        ko: '존재하는 이미지(가능하면 다이제스트)로 개정을 등록하고 배포하세요.',
      },
    ],
  },
  {
    pattern: /CannotPull.*(no basic auth|denied|unauthorized|forbidden|403|401|authorization)/is,
    failed: true,
    means: {
      en: 'The registry refused access to the image.',
      ko: '레지스트리가 이미지 접근을 거부했습니다.',
    },
    advice: [
      {
        en: 'The task execution role (or the instance role) needs the ECR pull permissions; for another account also a repository policy.',
        ko: '태스크 실행 역할(또는 인스턴스 역할)에 ECR 가져오기 권한이 필요합니다. 다른 계정이면 리포지토리 정책도 필요합니다.',
      },
    ],
  },
  {
    pattern: /CannotPull.*(toomanyrequests|rate limit)/is,
    failed: true,
    means: {
      en: 'The registry limits how often images may be pulled.',
      ko: '레지스트리의 이미지 가져오기 횟수 제한에 걸렸습니다.',
    },
    advice: [
      {
        en: 'Copy the image to ECR or use an ECR pull-through cache, or sign in to the registry.',
        ko: '이미지를 ECR에 복사하거나 ECR 풀스루 캐시를 쓰거나 레지스트리에 로그인하세요.',
      },
    ],
  },
  {
    pattern: /CannotPull.*(no space left)/is,
    failed: true,
    means: {
      en: 'The disk of the container instance is full.',
      ko: '컨테이너 인스턴스의 디스크가 가득 찼습니다.',
    },
    advice: [
      {
        en: 'Enlarge the volume or clean up unused images on the instance.',
        ko: '볼륨을 늘리거나 인스턴스에서 쓰지 않는 이미지를 정리하세요.',
      },
    ],
  },
  {
    pattern: /CannotPull.*(platform|architecture)/is,
    failed: true,
    means: {
      en: 'The image has no variant for the processor architecture or operating system of the task.',
      ko: '태스크의 프로세서 아키텍처 또는 운영 체제에 맞는 이미지가 없습니다.',
    },
    advice: [
      {
        en: 'Build the image for the runtimePlatform of the task definition (X86_64 or ARM64).',
        ko: '태스크 정의의 runtimePlatform(X86_64 또는 ARM64)에 맞게 이미지를 빌드하세요.',
      },
    ],
  },
  {
    pattern: /CannotPull.*(timeout|timed out|deadline|canceled|connection refused|dial tcp|no such host)/is,
    failed: true,
    means: {
      en: 'The registry could not be reached from the network of the task.',
      ko: '태스크의 네트워크에서 레지스트리에 연결하지 못했습니다.',
    },
    advice: [
      {
        en: 'A private subnet needs a NAT gateway or VPC endpoints (ecr.api, ecr.dkr, S3); a public one needs a public IP. Check security groups and route table.',
        ko: '프라이빗 서브넷에는 NAT 게이트웨이 또는 VPC 엔드포인트(ecr.api, ecr.dkr, S3)가, 퍼블릭 서브넷에는 퍼블릭 IP가 필요합니다. 보안 그룹과 라우팅 테이블을 확인하세요.',
      },
    ],
  },
  {
    pattern: /CannotPull/i,
    failed: true,
    means: { en: 'The image could not be pulled.', ko: '이미지를 가져오지 못했습니다.' },
    advice: [
      {
        en: 'Check that the image exists, that the execution role may pull it and that the registry can be reached.',
        ko: '이미지가 있는지, 실행 역할에 가져오기 권한이 있는지, 레지스트리에 연결되는지 확인하세요.',
      },
    ],
  },
]

const startCauses: StopCause[] = [
  {
    pattern: /ResourceInitializationError.*(secret|registry auth|ssm|parameter)/is,
    failed: true,
    means: {
      en: 'Secrets or registry credentials could not be read before the start.',
      ko: '시작 전에 시크릿 또는 레지스트리 자격 증명을 읽지 못했습니다.',
    },
    advice: [
      {
        en: 'Check that each valueFrom exists and that the execution role may read it (and its KMS key).',
        ko: '각 valueFrom이 존재하는지, 실행 역할이 이를(그리고 KMS 키를) 읽을 수 있는지 확인하세요.',
      },
      {
        en: 'In a private subnet, check the route to Secrets Manager, SSM and ECR.',
        ko: '프라이빗 서브넷이라면 Secrets Manager, SSM, ECR로 가는 경로를 확인하세요.',
      },
    ],
  },
  {
    pattern: /ResourceInitializationError.*(log|logger)/is,
    failed: true,
    means: {
      en: 'The log driver could not be set up.',
      ko: '로그 드라이버를 준비하지 못했습니다.',
    },
    advice: [
      {
        en: 'Check that the log group exists and that the role may create streams and write to it.',
        ko: '로그 그룹이 있는지, 역할이 스트림을 만들고 쓸 수 있는지 확인하세요.',
      },
    ],
  },
  {
    pattern: /(ResourceInitializationError.*(efs|mount|volume))|EFS/is,
    failed: true,
    means: { en: 'A volume could not be mounted.', ko: '볼륨을 마운트하지 못했습니다.' },
    advice: [
      {
        en: 'Check the file system, its mount targets in the subnets of the task, port 2049 in the security groups, and the access point.',
        ko: '파일 시스템, 태스크 서브넷의 마운트 대상, 보안 그룹의 2049 포트, 액세스 포인트를 확인하세요.',
      },
    ],
  },
  {
    pattern: /ResourceInitializationError/i,
    failed: true,
    means: {
      en: 'Something the task needs before its start could not be prepared.',
      ko: '시작 전에 태스크에 필요한 것을 준비하지 못했습니다.',
    },
    advice: [
      {
        en: 'The reason below names it; check the execution role and the network path.',
        ko: '아래 사유에 적혀 있습니다. 실행 역할과 네트워크 경로를 확인하세요.',
      },
    ],
  },
  {
    pattern: /port is already allocated|address already in use|bind for .* failed/i,
    failed: true,
    means: {
      en: 'A host port that the task needs is in use on the instance.',
      ko: '태스크에 필요한 호스트 포트가 인스턴스에서 이미 사용 중입니다.',
    },
    advice: [
      {
        en: 'Use a dynamic host port (hostPort 0) behind a target group, or free the port.',
        ko: '대상 그룹과 함께 동적 호스트 포트(hostPort 0)를 쓰거나 포트를 비우세요.',
      },
    ],
  },
  {
    pattern: /executable file not found|no such file or directory|exec format error|permission denied/i,
    failed: true,
    means: {
      en: 'The command of the container cannot be executed in this image.',
      ko: '이 이미지에서 컨테이너의 명령을 실행할 수 없습니다.',
    },
    advice: [
      {
        en: 'Check command, entryPoint and working directory, the file permissions and the architecture of the image.',
        ko: 'command, entryPoint, 작업 디렉터리, 파일 권한, 이미지의 아키텍처를 확인하세요.',
      },
    ],
  },
  {
    pattern: /Cannot(Create|Start|CreateVolume)\w*Error|CannotStartContainer|CannotCreateContainer/i,
    failed: true,
    means: {
      en: 'The container runtime could not create or start a container.',
      ko: '컨테이너 런타임이 컨테이너를 만들거나 시작하지 못했습니다.',
    },
    advice: [
      {
        en: 'The reason names the setting that was refused; correct it in a new revision.',
        ko: '사유에 거부된 설정이 적혀 있습니다. 새 개정에서 고치세요.',
      },
    ],
  },
  {
    pattern: /(Docker|ContainerRuntime)TimeoutError|DockerTimeout/i,
    failed: true,
    means: {
      en: 'A container did not change its state in time.',
      ko: '컨테이너가 제한 시간 안에 상태를 바꾸지 못했습니다.',
    },
    advice: [
      {
        en: 'The instance is probably overloaded (CPU or disk). Look at its remaining resources and its agent.',
        ko: '인스턴스가 과부하(CPU 또는 디스크)일 수 있습니다. 남은 리소스와 에이전트를 확인하세요.',
      },
    ],
  },
  {
    pattern: /network interface provisioning/i,
    failed: true,
    means: {
      en: 'The network interface of the task could not be prepared in time.',
      ko: '태스크의 네트워크 인터페이스를 제때 준비하지 못했습니다.',
    },
    advice: [
      {
        en: 'Check free addresses in the subnets and the limit of network interfaces of the instance type.',
        ko: '서브넷의 남은 주소와 인스턴스 유형의 네트워크 인터페이스 한도를 확인하세요.',
      },
    ],
  },
  {
    pattern: /Capacity is unavailable|RESOURCE:/i,
    failed: true,
    means: {
      en: 'There was no room to place the task.',
      ko: '태스크를 배치할 용량이 없었습니다.',
    },
    advice: [
      {
        en: 'Add capacity, allow more Availability Zones, or ask for less CPU or memory.',
        ko: '용량을 늘리거나 가용 영역을 더 허용하거나 CPU 또는 메모리를 줄이세요.',
      },
    ],
  },
]

const runCauses: StopCause[] = [
  {
    pattern: /OutOfMemory/i,
    failed: true,
    means: {
      en: 'A container used more memory than its limit and was killed.',
      ko: '컨테이너가 메모리 제한을 넘어 강제로 종료되었습니다.',
    },
    advice: [
      {
        en: 'Compare the memory chart with the limit: raise memory in the task definition, or look for a leak if it only ever grows.',
        ko: '메모리 차트를 제한과 비교하세요. 태스크 정의에서 메모리를 늘리거나, 계속 증가하기만 하면 누수를 찾으세요.',
      },
    ],
  },
  {
    pattern: /failed ELB health checks in \(?target-group (?<targetGroup>[^)\s]+)\)?/i,
    failed: true,
    means: {
      en: 'The load balancer found the task unhealthy, so the service replaced it.',
      ko: '로드 밸런서가 태스크를 비정상으로 판단하여 서비스가 교체했습니다.',
    },
    advice: [
      {
        en: 'Open the target group: the reason of its targets says whether the answer was wrong, late or missing.',
        ko: '대상 그룹을 여세요. 대상의 사유에서 응답이 잘못되었는지, 늦었는지, 없었는지 알 수 있습니다.',
      },
      {
        en: 'If the application needs longer to start, raise healthCheckGracePeriodSeconds of the service.',
        ko: '애플리케이션 시작이 더 오래 걸린다면 서비스의 healthCheckGracePeriodSeconds를 늘리세요.',
      },
    ],
  },
  {
    pattern: /failed container health checks/i,
    failed: true,
    means: {
      en: 'The health check of an essential container failed, so the service replaced the task.',
      ko: '필수 컨테이너의 상태 확인이 실패하여 서비스가 태스크를 교체했습니다.',
    },
    advice: [
      {
        en: 'Run the health check command inside the image; check interval, retries and startPeriod in the task definition.',
        ko: '이미지 안에서 상태 확인 명령을 실행해 보고 태스크 정의의 interval, retries, startPeriod를 확인하세요.',
      },
    ],
  },
  {
    pattern: /Scaling activity initiated by/i,
    failed: false,
    means: {
      en: 'The service scaled in, or a deployment replaced this task.',
      ko: '서비스가 축소되었거나 배포가 이 태스크를 교체했습니다.',
    },
    advice: [],
  },
  {
    pattern: /Host EC2 .*terminated|instance .*(terminated|stopped)/i,
    failed: true,
    means: {
      en: 'The EC2 instance under this task was terminated.',
      ko: '이 태스크가 실행되던 EC2 인스턴스가 종료되었습니다.',
    },
    advice: [
      {
        en: 'Drain an instance before terminating it; use managed termination protection of the capacity provider.',
        ko: '인스턴스를 종료하기 전에 드레이닝하고, 용량 공급자의 관리형 종료 보호를 사용하세요.',
      },
    ],
  },
  {
    pattern: /Spot (Task|instance).*interrupt/i,
    failed: true,
    means: { en: 'AWS took back the Spot capacity.', ko: 'AWS가 스팟 용량을 회수했습니다.' },
    advice: [
      {
        en: 'Keep part of the tasks on on-demand capacity with a capacity provider strategy (base).',
        ko: '용량 공급자 전략(base)으로 일부 태스크는 온디맨드에 두세요.',
      },
    ],
  },
]

/** Every known cause, the more exact before the general. */
export const stopCauses: readonly StopCause[] = [...pullCauses, ...startCauses, ...runCauses]
