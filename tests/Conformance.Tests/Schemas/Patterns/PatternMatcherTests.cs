using System.Text;
using System.Text.RegularExpressions;
using Conformance.Schemas.Patterns;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Schemas.Patterns;

/// <summary>Regular expressions of ECMA-262. Expectations come from its text (sections 22.2.1 and 22.2.2), unless stated.</summary>
public sealed class PatternMatcherTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("b", "abc", true)]
    [InlineData("^b", "abc", false)]
    [InlineData("c$", "abc\n", false)]
    [InlineData("a.c", "a\nc", false)]
    [InlineData("^a.c$", "a\u2028c", false)]
    [InlineData("^a.c$", "a\u0085c", true)]
    [InlineData("^.$", "😀", true)]
    [InlineData("^[^a]$", "😀", true)]
    [InlineData("^[😀-😂]+$", "😁", true)]
    [InlineData("^[😀-😂]+$", "😃", false)]
    [InlineData("^😀{2}$", "😀😀", true)]
    [InlineData("^\\u{1F600}$", "😀", true)]
    [InlineData("^\\uD83D\\uDE00$", "😀", true)]
    [InlineData("^\\W$", "é", true)]
    [InlineData("^[\\W]$", "é", true)]
    [InlineData("^[^\\W]$", "é", false)]
    [InlineData("^[^\\D]$", "5", true)]
    [InlineData("^\\s$", "\ufeff", true)]
    [InlineData("^\\s$", "\u180e", false)]
    [InlineData("\\bb", "éb", true)]
    [InlineData("a\\Bb", "ab", true)]
    [InlineData("^\\p{Lu}$", "É", true)]
    [InlineData("^\\P{Lu}$", "É", false)]
    [InlineData("^[\\p{Lu}\\d]+$", "É5", true)]
    [InlineData("^\\p{Lu}$", "𝐀", true)]
    [InlineData("^\\p{Ll}$", "𝐀", false)]
    [InlineData("^[]$", "a", false)]
    [InlineData("^[^]$", "\n", true)]
    [InlineData("^[\\b]$", "\b", true)]
    [InlineData("^[a\\-z]$", "-", true)]
    [InlineData("^[a-]$", "-", true)]
    [InlineData("^[[&&]$", "&", true)]
    [InlineData("^[a-z-[m]\\]$", "m]", true)]
    [InlineData("^(a)(?<x>b)(c)\\3\\k<x>$", "abccb", true)]
    [InlineData("^(?<x>b)(a)\\1\\2$", "baba", true)]
    [InlineData("^(?:(a)|b)\\1$", "b", true)]
    [InlineData("(?<=a)b(?!c)", "abd", true)]
    [InlineData("(?<!a)b", "ab", false)]
    [InlineData("^\\cJ$", "\n", true)]
    [InlineData("^\\0$", "\0", true)]
    [InlineData("^\\x41\\/$", "A/", true)]
    [InlineData("^a{2,3}?$", "aaa", true)]
    [InlineData("^a{0}$", "", true)]
    [InlineData("^a# b$", "a# b", true)]
    public void Match_Pattern_FollowsEcma(string pattern, string text, bool expected) =>
        Match(pattern, text).ShouldBe(expected ? PatternResult.Match : PatternResult.NoMatch);

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("}")]
    [InlineData("a{")]
    [InlineData("a{2,1}")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("(?=a)*")]
    [InlineData("\\")]
    [InlineData("\\a")]
    [InlineData("\\Z")]
    [InlineData("\\1")]
    [InlineData("\\01")]
    [InlineData("\\x4")]
    [InlineData("\\u12")]
    [InlineData("\\u{110000}")]
    [InlineData("\\u{")]
    [InlineData("\\p{Greek}")]
    [InlineData("\\p")]
    [InlineData("\\k<x>")]
    [InlineData("(?<x>a)(?<x>b)")]
    [InlineData("(?<1>a)")]
    [InlineData("(?i)a")]
    [InlineData("(?>a)")]
    [InlineData("[z-a]")]
    [InlineData("[\\d-z]")]
    public void TryCreate_WrongPattern_SaysWhy(string pattern)
    {
        PatternMatcher.TryCreate(pattern, TimeSpan.FromSeconds(1), out string problem).ShouldBeNull();
        problem.ShouldNotBeEmpty();
    }

    /// <summary>The matcher of rows against .NET's engine, on texts of few characters so that they often nearly match.</summary>
    [Theory]
    [InlineData("^@[^:]*:.+$")]
    [InlineData("^[a-b]+:@?b*$")]
    [InlineData("^a{2,3}[:@]{0,2}b")]
    [InlineData("^(?:a)b$")]
    [InlineData("^a*b?a$")]
    [InlineData("^[^é]{1,3}é?:")]
    [InlineData("^\\p{L}+:")]
    public void Match_RowOfSets_AgreesWithTheEngine(string pattern)
    {
        var engine = new Regex(pattern.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.CultureInvariant);
        string[] alphabet = ["a", "b", ":", "@", "é"];
        for (int i = 0; i < 4000; i++)
        {
            var text = new StringBuilder();
            for (int rest = i; rest > 0; rest /= 6)
            {
                text.Append(rest % 6 == 0 ? "" : alphabet[(rest % 6) - 1]);
            }

            Match(pattern, text.ToString()).ShouldBe(engine.IsMatch(text.ToString()) ? PatternResult.Match : PatternResult.NoMatch, text.ToString());
        }
    }

    private static PatternResult Match(string pattern, string text)
    {
        PatternMatcher? matcher = PatternMatcher.TryCreate(pattern, TimeSpan.FromSeconds(5), out string problem);
        matcher.ShouldNotBeNull(problem);
        return matcher.Match(Encoding.UTF8.GetBytes(text));
    }
}
