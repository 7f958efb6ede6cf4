using System.Text;
using Conformance.Findings;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Findings;

public class QuotingTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("naïve ✓ 𝄞", "naïve ✓ 𝄞")]
    [InlineData("a\nb", "a\\u000ab")]
    [InlineData("\u001b[31mred", "\\u001b[31mred")]
    [InlineData("\u202Eright to left", "\\u202eright to left")]
    [InlineData("\u2028", "\\u2028")]
    [InlineData("\u007f", "\\u007f")]
    [InlineData(null, "")]
    public void Safe_ControlAndFormatCharacters_AreEscaped(string? text, string expected) => Quoting.Safe(text).ShouldBe(expected);

    [Fact]
    public void Safe_LoneSurrogate_IsEscaped() => Quoting.Safe("\ud800x").ShouldBe("\\ud800x");

    [Fact]
    public void Safe_LongText_IsCutAndSaysHowLongItWas()
    {
        string safe = Quoting.Safe(new string('x', 1_000_000));

        safe.ShouldStartWith(new string('x', Quoting.MaxLength));
        safe.ShouldEndWith("(1000000 characters)");
        safe.Length.ShouldBeLessThan(Quoting.MaxLength + 40);
    }

    [Fact]
    public void Secret_TwoSecrets_ShowNothingOfThemButDiffer()
    {
        string one = Quoting.Secret("correct horse"u8);

        one.ShouldStartWith("«redacted» ");
        one.ShouldNotContain("horse");
        one.ShouldBe(Quoting.Secret("correct horse"u8));
        one.ShouldNotBe(Quoting.Secret("battery staple"u8));
        Encoding.UTF8.GetByteCount(one).ShouldBeLessThan(32);
    }
}
