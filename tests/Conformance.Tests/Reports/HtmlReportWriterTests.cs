using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

public sealed partial class HtmlReportWriterTests
{
    private static string Html { get; } = Rendering.Of("html", TestRuns.Sample(), Hostile.Report());

    [Fact]
    public void Write_Anything_LoadsNothing()
    {
        Html.ShouldNotContain("<script");
        Html.ShouldNotContain("<img");
        Html.ShouldNotContain("<iframe");
        Html.ShouldNotContain("<link");
        Html.ShouldNotContain("url(");
        Html.ShouldContain("default-src 'none'");
    }

    [Fact]
    public void Write_Style_IsTheOneThatThePolicyAllows()
    {
        string style = Style().Match(Html).Groups[1].Value;
        Html.ShouldContain($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
        Html.ShouldNotContain("style=\"");
    }

    [Fact]
    public void Write_Anything_IsAccessible()
    {
        Html.ShouldContain("<html lang=\"en\">");
        Html.ShouldContain("<main>");
        Regex.Count(Html, "<h1>").ShouldBe(1);
        Regex.Count(Html, "<table>").ShouldBe(Regex.Count(Html, "<caption>"));
        Regex.Count(Html, "<th ").ShouldBe(Regex.Count(Html, "<th scope=\"col\">"));
    }

    [Fact]
    public void Write_Anything_ClosesWhatItOpens()
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(Html[Html.IndexOf("<html", StringComparison.Ordinal)..]))
        {
            string name = tag.Groups[2].Value;
            if (name is "meta")
            {
                continue;
            }

            if (tag.Groups[1].Length == 0)
            {
                open.Push(name);
            }
            else
            {
                open.Pop().ShouldBe(name);
            }
        }

        open.ShouldBeEmpty();
    }

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<(/?)([a-z0-9]+)[^>]*>")]
    private static partial Regex Tag();
}
