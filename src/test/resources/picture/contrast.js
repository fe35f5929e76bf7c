// Every text with less than 4.5 to 1 against what is behind it, as WCAG 2 reckons.
(() => {
  const rgb = text => (text.match(/[\d.]+/g) || []).map(Number);
  const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ratio = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05);
  const seen = color => color && color !== 'none' && !(rgb(color).length === 4 && rgb(color)[3] === 0);
  const paper = element => {
    for (let e = element; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if (seen(color)) return rgb(color);
    }
    return [255, 255, 255];
  };
  const poor = [];
  const check = (what, ink, grounds) => grounds.forEach(ground => {
    if (ratio(ink, ground) < 4.5) poor.push(what + ' ' + ink + ' on ' + ground + ': ' + ratio(ink, ground).toFixed(2));
  });
  document.querySelectorAll('details').forEach(d => { d.open = true; });
  let texts = 0;
  document.querySelectorAll('.scroll svg text').forEach(text => {
    texts++;
    const svg = text.closest('svg');
    const band = rgb(getComputedStyle(svg.querySelector('.band')).fill);
    const box = text.parentElement.querySelector(':scope > .box:not(.back)');
    const fill = box && getComputedStyle(box).fill;
    const grounds = seen(fill) ? [rgb(fill)] : [band, paper(svg)];
    if (text.closest('.lost') && box) {
      const hatch = getComputedStyle(svg.querySelector('.hatch'));
      grounds.push(grounds[0].map((v, i) => v * (1 - hatch.opacity) + rgb(hatch.stroke)[i] * hatch.opacity));
    }
    check(text.textContent, rgb(getComputedStyle(text).fill), grounds);
  });
  document.querySelectorAll('body *').forEach(element => {
    if (element.closest('svg, script') || ![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim())) return;
    texts++;
    check(element.textContent.slice(0, 30), rgb(getComputedStyle(element).color), [paper(element)]);
  });
  if (texts < 100) poor.push('only ' + texts + ' texts were found');
  return poor;
})()
