/** Two people at a stove, of a few shapes: no face is anybody's. */
const COOKING = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
<rect width="1200" height="800" fill="#f4e7d3"/><rect y="520" width="1200" height="280" fill="#b98a5e"/>
<rect x="80" y="90" width="300" height="220" rx="12" fill="#dbe9ec"/><path d="M230 90v220M80 200h300" stroke="#fff" stroke-width="10"/>
<circle cx="420" cy="300" r="86" fill="#c68a63"/><path d="M334 290a86 90 0 0 1 172 0c-40-40-120-50-172 0z" fill="#3a2b25"/>
<path d="M300 560c0-110 60-170 120-170s120 60 120 170z" fill="#17604a"/>
<circle cx="790" cy="280" r="84" fill="#e7bf9b"/><path d="M706 270a84 88 0 0 1 168 4c-50-34-110-44-168-4z" fill="#8d8780"/>
<path d="M670 560c0-116 58-186 120-186s120 70 120 186z" fill="#b8431a"/>
<rect x="520" y="460" width="170" height="110" rx="14" fill="#5b6770"/><rect x="500" y="450" width="210" height="22" rx="11" fill="#434d55"/>
<path d="M560 430c-20-30 20-50 0-84M605 430c-20-30 20-50 0-84M650 430c-20-30 20-50 0-84" fill="none" stroke="#fff" stroke-width="10" stroke-linecap="round"/>
<circle cx="980" cy="600" r="54" fill="#d9a441"/><circle cx="1060" cy="610" r="42" fill="#9fb56a"/></svg>`;

/** The picture of a story that is nobody's. */
export async function drawCooking(): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(COOKING)).jpeg({ quality: 90 }).toBuffer();
}
