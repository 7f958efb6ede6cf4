using Conformance.Containers.Paths;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Containers.Paths;

/// <summary>Examples of Unicode Standard Annex 15, figures 3 to 6, and of the Unicode Standard, section 3.12.</summary>
public sealed class CanonicalDecompositionTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u212b", "A\u030a")]
    [InlineData("\u2126", "\u03a9")]
    [InlineData("\u00c5", "A\u030a")]
    [InlineData("\u00f4", "o\u0302")]
    [InlineData("\u1e69", "s\u0323\u0307")]
    [InlineData("\u1e0b\u0323", "d\u0323\u0307")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\ufb01", "\ufb01")]
    [InlineData("\u1e9b\u0323", "\u017f\u0323\u0307")]
    [InlineData("\ud4db", "\u1111\u1171\u11b6")]
    [InlineData("\uac00", "\u1100\u1161")]
    [InlineData("\U0001d15e", "\U0001d157\U0001d165")]
    public void Of_ExampleOfTheStandard_IsFormD(string text, string expected) => CanonicalDecomposition.Of(text).ShouldBe(expected);
}
