import type { Picture } from './take.ts';

/** A page with all pictures, small: a row for each page and form, a column for each language, size and theme. */
export function drawIndex(pictures: readonly Picture[]): string {
  const views = [...new Set(pictures.map(viewOf))].sort();
  const rows = [...Map.groupBy(pictures, ({ page, phase }) => `${page.name} · ${phase}`)];
  const body = rows
    .map(([name, taken]) => {
      const cells = views.map((view) => {
        const picture = taken.find((one) => viewOf(one) === view);
        if (!picture) return '<td></td>';
        const alt = `${name} ${view}`;
        return `<td><a href="${picture.file}"><img loading="lazy" width="180" src="${picture.file}" alt="${alt}"></a></td>`;
      });
      return `<tr id="${name.replaceAll(' ', '-')}"><th scope="row">${name}<br><small>${taken[0]?.page.route}</small></th>${cells.join('')}</tr>`;
    })
    .join('\n');
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Otonari: every page</title>
<style>
body { font: 15px system-ui; margin: 1rem; }
th { position: sticky; top: 0; background: #fff; padding: .5rem; vertical-align: top; text-align: start; }
th[scope=row] { left: 0; min-width: 14rem; }
td { vertical-align: top; padding: .25rem; }
img { max-height: 400px; object-fit: cover; object-position: top; border: 1px solid #ccc; }
</style>
<h1>Every page</h1>
<table><thead><tr><th></th>${views.map((view) => `<th scope="col">${view}</th>`).join('')}</tr></thead>
<tbody>
${body}
</tbody></table></html>
`;
}

function viewOf({ locale, width, theme }: Picture): string {
  return `${locale} ${width} ${theme}`;
}
