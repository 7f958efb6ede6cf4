using Conformance.Catalogue;
using Conformance.Findings;
using Conformance.Policy;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Policy;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("{bytes} [byte follows|bytes follow]", "1", "1 byte follows")]
    [InlineData("{bytes} [byte follows|bytes follow]", "0", "0 bytes follow")]
    [InlineData("{bytes} [byte follows|bytes follow]", "21", "21 bytes follow")]
    [InlineData("There [is|are] {bytes} more", "1", "There is 1 more")]
    [InlineData("There [is|are] {bytes} more", "2", "There are 2 more")]
    [InlineData("[no choice] {bytes}", "1", "[no choice] 1")]
    public void Fill_Choice_FollowsTheNumberBesideIt(string message, string number, string expected) =>
        MessageText.Fill(message, [new Argument("bytes", number)]).ShouldBe(expected);

    [Fact]
    public void Fill_ChoiceAfterTwoNumbers_FollowsTheNearest() =>
        MessageText.Fill("{a} of {b} [part|parts]", [("a", 1), ("b", 2)]).ShouldBe("1 of 2 parts");

    [Fact]
    public void Fill_ValueThatLooksLikeAChoice_IsLeftAlone() =>
        MessageText.Fill("{path} has {bytes} [byte|bytes]", [("path", "[a|b]"), ("bytes", 1)]).ShouldBe("[a|b] has 1 byte");

    [Fact]
    public void Template_Choice_IsThatForSeveral() =>
        MessageText.Template("There [is|are] {count} [user|users]").ShouldBe("There are {count} users");

    [Fact]
    public void Catalogue_MessageWithAChoice_ReadsWithOneAndWithMany()
    {
        foreach (Rule rule in RuleCatalogue.Default.Rules.Where(rule => rule.Message.Contains('[', StringComparison.Ordinal)))
        {
            foreach (long number in (long[])[1, 2])
            {
                string[] names = [.. MessageText.Names(rule.Message).Select(name => rule.Message.Substring(name.Start + 1, name.Length - 2))];
                string text = MessageText.Fill(rule.Message, [.. names.Distinct().Select(name => (Argument)(name, number))]);

                text.ShouldNotContain('|', rule.Id);
                text.ShouldNotContain('{', rule.Id);
                text.ShouldNotMatch(number == 1 ? @"\b1 (bytes|users|devices|entries|events|members|parts|times|rooms)\b" : @"\b2 (byte|user|device|entry|event|member|part|time|room)\b", rule.Id);
            }
        }
    }
}
