using System.Net;
using System.Text;
using ClusterSim.Reporting.Figures;

namespace ClusterSim.Reporting.Pages;

/// <summary>A page in the making. Every text that goes in is text: nothing in it can become markup.</summary>
internal sealed class Page
{
    private readonly StringBuilder _body = new(), _contents = new();
    private readonly List<Figure> _figures = [];
    private string _section = "";

    /// <summary>Figures so far, in order.</summary>
    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>Begins a section; the first is printed on a sheet of its own.</summary>
    public void Section(string id, string title)
    {
        EndSection();
        _section = id;
        _contents.Append($"<li><a href=\"#{id}\">{Text(title)}</a></li>");
        _body.Append($"<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{Text(title)}</h2>\n");
    }

    public void EndSection()
    {
        if (_section.Length > 0) _body.Append("</section>\n");
        _section = "";
    }

    public void Heading(string text) => _body.Append($"<h3>{Text(text)}</h3>\n");

    public void Paragraph(string text, string style = "") => _body.Append($"<p{Class(style)}>{Marked(text)}</p>\n");

    /// <summary>A list; with numbers where the order matters.</summary>
    public void List(IEnumerable<string> items, bool numbered = false)
    {
        string tag = numbered ? "ol" : "ul";
        _body.Append($"<{tag}>");
        foreach (string item in items) _body.Append($"<li>{Marked(item)}</li>");
        _body.Append($"</{tag}>\n");
    }

    /// <summary>A table. On a telephone each row becomes a card, so that nothing has to be pushed sideways.</summary>
    /// <param name="numeric">Columns of numbers, set to the right.</param>
    public void Table(string caption, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, params ReadOnlySpan<int> numeric)
    {
        _body.Append($"<table class=\"cards\"><caption>{Text(caption)}</caption><thead><tr>");
        for (int column = 0; column < header.Count; column++) _body.Append($"<th scope=\"col\"{Class(numeric.Contains(column) ? "number" : "")}>{Text(header[column])}</th>");
        _body.Append("</tr></thead><tbody>\n");
        foreach (IReadOnlyList<string> row in rows)
        {
            _body.Append("<tr>");
            for (int column = 0; column < row.Count; column++)
            {
                string tag = column == 0 ? "th scope=\"row\"" : "td";
                _body.Append($"<{tag} data-label=\"{Text(header[column])}\"{Class(numeric.Contains(column) ? "number" : "")}>{Marked(row[column])}</{tag[..2]}>");
            }
            _body.Append("</tr>\n");
        }
        _body.Append("</tbody></table>\n");
    }

    /// <summary>A figure with its words, and its numbers folded away beneath it.</summary>
    public void Add(Figure figure)
    {
        _figures.Add(figure);
        string csv = Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.Table.ToCsv()));
        string note = string.Join(". ", new[] { figure.Sample, $"Source: {figure.Source}", figure.Note }.Where(part => part.Length > 0).Select(part => part.TrimEnd('.')));
        _body.Append($"""
            <figure id="figure-{Text(figure.Id)}">
            <figcaption>{Text(figure.Title)}</figcaption>
            <div class="wide">{figure.Wide}</div>
            <div class="narrow">{figure.Narrow}</div>
            <p class="source">{Text(note)}.</p>
            <details><summary>Numbers</summary><div class="scroll" tabindex="0" role="region" aria-label="Numbers of {Text(figure.Title)}"><table><thead><tr>
            """);
        foreach (string cell in figure.Table.Header) _body.Append($"<th scope=\"col\">{Text(cell)}</th>");
        _body.Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in figure.Table.Rows)
            _body.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Text(cell)}</td>")).Append("</tr>");
        _body.Append($"</tbody></table></div><a class=\"csv\" download=\"{Text(figure.Id)}.csv\" href=\"data:text/csv;base64,{csv}\">{Text(figure.Id)}.csv</a></details>\n</figure>\n");
    }

    /// <summary>Text to copy: a command, a citation.</summary>
    public void Code(string text) => _body.Append($"<pre><code>{Text(text)}</code></pre>\n");

    /// <summary>Lines to fill in by hand.</summary>
    public void Blanks(params ReadOnlySpan<string> names)
    {
        _body.Append("<dl class=\"blanks\">");
        foreach (string name in names) _body.Append($"<div><dt>{Text(name)}</dt><dd></dd></div>");
        _body.Append("</dl>\n");
    }

    /// <summary>Text folded away under a line.</summary>
    public void Folded(string summary, Action inside)
    {
        _body.Append($"<details class=\"folded\"><summary>{Text(summary)}</summary>\n");
        inside();
        _body.Append("</details>\n");
    }

    /// <summary>The finished file.</summary>
    /// <param name="title">Also the window's.</param>
    /// <param name="under">A line under the title.</param>
    public string ToHtml(string title, string under, string foot)
    {
        EndSection();
        return $"""
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="color-scheme" content="light dark">
            <title>{Text(title)}</title>
            <style>
            {Palette.LightCss}{Palette.DarkCss}{Style.Css}</style>
            </head>
            <body>
            <header><h1>{Text(title)}</h1><p>{Text(under)}</p></header>
            <nav aria-label="Contents"><ul>{_contents}</ul></nav>
            <main>
            {_body}</main>
            <footer><p>{Text(foot)}</p></footer>
            </body>
            </html>

            """;
    }

    private static string Class(string name) => name.Length == 0 ? "" : $" class=\"{name}\"";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Text in which <c>**words**</c> are strong; names can hold no pair of stars, since names are kebab-case, and a title
    /// that does is strong and no more.</summary>
    private static string Marked(string text)
    {
        string[] parts = Text(text).Split("**");
        if (parts.Length % 2 == 0) return string.Join("**", parts);
        return string.Concat(parts.Select((part, i) => i % 2 == 0 ? part : $"<strong>{part}</strong>"));
    }
}
