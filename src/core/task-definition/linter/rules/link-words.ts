/** Why links are as they are. */

export const why = {
  en: 'A link writes the address of another container on the same bridge into this container’s hosts file.',
  ko: '링크는 같은 브리지에 있는 다른 컨테이너의 주소를 이 컨테이너의 hosts 파일에 적습니다.',
}
