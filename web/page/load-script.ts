/** Loads a script that lies beside the page. */
export const loadScript = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = name
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => reject(new Error(`${name} could not be loaded`)))
    document.head.append(script)
  })
