using Conformance.Policy;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Policy;

public sealed class GlobTests
{
    [Theory]
    [InlineData("a/b.json", "a/b.json", true)]
    [InlineData("a/b.json", "a/b.jsonx", false)]
    [InlineData("*.json", "b.json", true)]
    [InlineData("*.json", "a/b.json", false)]
    [InlineData("**.json", "a/b.json", true)]
    [InlineData("**/b.json", "a/c/b.json", true)]
    [InlineData("a/*/c", "a/b/c", true)]
    [InlineData("a/*/c", "a/b/b/c", false)]
    [InlineData("a/**/c", "a/b/b/c", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("**", "a/b", true)]
    [InlineData("[ab]", "a", false)]
    public void Matches_Pattern_CoversTheWhole(string pattern, string text, bool matches) => Glob.Matches(pattern, text).ShouldBe(matches);

    [Fact]
    public void Matches_ManyStars_StaysQuick() =>
        Glob.Matches(string.Concat(Enumerable.Repeat("*a", 200)) + "b", new string('a', 4000)).ShouldBeFalse();
}
