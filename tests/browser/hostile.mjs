/** A prompt that tries whatever a text can try: every way to load, run, style, submit or lead astray. */
export function hostile(url) {
  return `# Hostile

<script>window.hacked = 1</script>

<img src="${url}/img" onerror="window.hacked = 2">

![pixel](${url}/markdown.gif)

<iframe src="${url}/frame"></iframe> <object data="${url}/object"></object> <link rel="stylesheet" href="${url}/css">

<svg onload="window.hacked = 3"><image href="${url}/svg"/></svg>

<style>@import "${url}/style"; body { display: none }</style>

<base href="${url}/"> <meta http-equiv="refresh" content="0; url=${url}/meta">

<form action="${url}/form"><input name="token"><button>Sign in again</button></form>

[one](javascript:window.hacked=4) [two](JaVaScRiPt&colon;window.hacked=5)
[three](data:text/html,<script>hacked=6</script>)
[four](https://example.org/good) [five](./api/session) [six](#login=x) <a href="javascript:window.hacked=7">seven</a>

![x](x" onerror="window.hacked=8)
<p style="background: url(${url}/background)" onclick="window.hacked=9" id="app">styled</p>

<!-- --!><img src=x onerror=window.hacked=10> -->

The hostile text ends here.
`;
}
