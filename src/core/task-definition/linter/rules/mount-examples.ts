/** Examples with mount points. */
export const two = { volumes: [{ name: 'a' }, { name: 'b' }] }

export const at = (sourceVolume: string, containerPath: string | undefined) => ({
  sourceVolume,
  containerPath,
})
