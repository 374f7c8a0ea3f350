using System.Text;

namespace ClusterSim.Tests.House;

/// <summary>Leaves of a C# or Razor source only what is code: comments, strings and characters become blanks, the
/// expressions inside interpolated strings stay.</summary>
internal sealed class CodeText
{
    private readonly string _source;
    private readonly StringBuilder _code;
    private int _at;

    private CodeText(string source)
    {
        _source = source;
        _code = new StringBuilder(source.Length);
    }

    /// <summary>The code of <paramref name="source"/>; line breaks outside of strings and comments stay.</summary>
    public static string Of(string source)
    {
        var text = new CodeText(source);
        while (text._at < source.Length) text.Next();
        return text._code.ToString();
    }

    private char Peek(int ahead = 0) => _at + ahead < _source.Length ? _source[_at + ahead] : '\0';

    private bool Meets(string text) => string.CompareOrdinal(_source, _at, text, 0, text.Length) == 0;

    /// <summary>Takes one comment, string, character or plain character of code.</summary>
    private void Next()
    {
        if (Meets("//")) SkipPast("\n", keepBreak: true);
        else if (Meets("/*")) SkipPast("*/");
        else if (Meets("@*")) SkipPast("*@");
        else if (Peek() == '\'' && CharacterLength() is int length and > 0) Blank(length);
        else if (!TryString()) _code.Append(_source[_at++]);
    }

    private void Blank(int length)
    {
        _code.Append(' ');
        _at = Math.Min(_at + length, _source.Length);
    }

    private void SkipPast(string end, bool keepBreak = false)
    {
        int found = _source.IndexOf(end, Math.Min(_at + 2, _source.Length), StringComparison.Ordinal);
        int stop = found < 0 ? _source.Length : keepBreak ? found : found + end.Length;
        Blank(stop - _at);
    }

    /// <summary>Length of the character literal here, 0 if the apostrophe is none (prose in Razor).</summary>
    private int CharacterLength()
    {
        if (Peek(1) != '\\') return Peek(1) is not ('\'' or '\n' or '\0') && Peek(2) == '\'' ? 3 : 0;
        int end = _source.IndexOf('\'', Math.Min(_at + 3, _source.Length));
        return end < 0 || end - _at > 12 ? 0 : end - _at + 1;
    }

    private bool TryString()
    {
        int dollars = 0, ats = 0, quotes = 0, look = 0;
        for (; Peek(look) is '$' or '@'; look++)
            if (Peek(look) == '$') dollars++;
            else ats++;
        while (Peek(look + quotes) == '"') quotes++;
        if (quotes == 0) return false;

        if (quotes >= 3 && ats == 0) Raw(look, quotes, dollars);
        else Quoted(look, verbatim: ats > 0, interpolated: dollars > 0);
        return true;
    }

    private void Raw(int prefix, int quotes, int dollars)
    {
        Blank(prefix + quotes);
        string end = new('"', quotes), open = new('{', Math.Max(1, dollars));
        while (_at < _source.Length && !Meets(end))
        {
            if (dollars > 0 && Meets(open))
            {
                while (Peek() == '{') _at++; // surplus braces are text, and precede the hole
                Hole();
                _at += dollars;
            }
            else _at++;
        }
        while (Peek() == '"') _at++;
    }

    private void Quoted(int prefix, bool verbatim, bool interpolated)
    {
        Blank(prefix + 1);
        while (_at < _source.Length)
        {
            char c = Peek();
            if (c == '"' && !(verbatim && Peek(1) == '"')) break;
            if (c == '\n' && !verbatim) return; // unfinished: prose, or code that does not compile
            if (c == '"' || (c == '\\' && !verbatim) || (interpolated && (Meets("{{") || Meets("}}")))) _at += 2;
            else if (c == '{' && interpolated)
            {
                _at++;
                Hole();
                _at++;
            }
            else _at++;
        }
        _at++;
    }

    /// <summary>Takes the expression of a hole as code and stops at its closing brace.</summary>
    private void Hole()
    {
        _code.Append(' ');
        for (int depth = 0; _at < _source.Length;)
        {
            char c = Peek();
            if (depth == 0 && c == '}') break;
            if (depth == 0 && c == ':' && Peek(1) != ':' && Peek(-1) != ':')
            {
                while (_at < _source.Length && Peek() != '}') _at++; // the format is no code
                break;
            }
            if (c is '(' or '[' or '{') depth++;
            if (c is ')' or ']' or '}') depth--;
            Next();
        }
        _code.Append(' ');
    }
}
