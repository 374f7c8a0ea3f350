using System.Text.Json;
using Microsoft.Playwright;

namespace ClusterSim.Browser.Tests;

/// <summary>Examines the words of every visible picture on a page.</summary>
public static class Labels
{
    /// <summary>Where words overlap others by more than a pixel, leave their picture, or stand out too little from what is behind them; empty if all is well.</summary>
    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        JsonElement faults = (await page.EvaluateAsync(Script))!.Value;
        return [.. faults.EnumerateArray().Select(fault => fault.GetString()!)];
    }

    /// <summary>How many words the visible pictures hold: a check that found no fault because there was nothing to see has proved nothing.</summary>
    public static async Task<int> Count(IPage page) =>
        await page.EvaluateAsync<int>("[...document.querySelectorAll('svg text')].filter(text => text.getClientRects().length > 0).length");

    // Contrast is that of WCAG 2; behind a word lie the page's colour and all shapes drawn before it that cover its middle.
    private const string Script = """
        () => {
          const parse = colour => { const n = (colour.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number); return n.length > 3 ? n : [n[0], n[1], n[2], 1]; };
          const over = (top, bottom) => [0, 1, 2].map(i => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);
          const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
          const paper = element => { let colour = [255, 255, 255, 1]; const chain = []; for (let e = element; e; e = e.parentElement) chain.unshift(e); for (const e of chain) colour = over(parse(getComputedStyle(e).backgroundColor), colour); return colour; };
          const faults = [];
          for (const svg of document.querySelectorAll('svg')) {
            const frame = svg.getBoundingClientRect();
            if (frame.width === 0 || frame.height === 0) continue;
            const name = svg.querySelector('desc')?.id || svg.id || 'svg';
            const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim().length > 0 && text.getClientRects().length > 0);
            const boxes = texts.map(text => text.getBoundingClientRect());
            const shapes = [...svg.querySelectorAll('rect, path, circle, polygon, ellipse')].filter(shape => !shape.closest('defs'));
            const page = paper(svg);
            texts.forEach((text, i) => {
              const a = boxes[i], words = `${name}: "${text.textContent}"`;
              if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1) faults.push(`${words} leaves the picture`);
              for (let k = i + 1; k < texts.length; k++) {
                const b = boxes[k];
                if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) faults.push(`${words} overlaps "${texts[k].textContent}"`);
              }
              const box = text.getBBox(), middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
              let ground = page;
              for (const shape of shapes) {
                const style = getComputedStyle(shape);
                if (!style.fill.startsWith('rgb') || !(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) || !shape.isPointInFill(middle)) continue;
                const fill = parse(style.fill);
                ground = over([fill[0], fill[1], fill[2], fill[3] * Number(style.fillOpacity) * Number(style.opacity)], ground);
              }
              const seen = contrast(over(parse(getComputedStyle(text).fill), ground), ground);
              if (seen < 4.5) faults.push(`${words} has contrast ${seen.toFixed(2)}, needs 4.5`);
            });
          }
          return faults;
        }
        """;
}
