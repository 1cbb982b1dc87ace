/** Why Fargate takes some things in part. */

export const why = {
  en: 'Fargate keeps a task apart from what else runs there, and so gives it few of the kernel’s powers.',
  ko: 'Fargate는 태스크를 다른 작업과 격리하므로 커널 권한을 거의 주지 않습니다.',
}
