// The only script that the page's policy names; what it loads may run too ('strict-dynamic'). Modules can't be loaded from a file: page.
for (const name of ['engine.js', 'page.js']) {
  const script = document.createElement('script')
  script.src = name
  script.async = false
  document.head.append(script)
}
