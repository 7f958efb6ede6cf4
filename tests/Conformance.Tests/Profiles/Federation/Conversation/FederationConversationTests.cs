using System.Text;
using Conformance.Pipeline;
using Conformance.Profiles.Federation;
using Conformance.Profiles.Federation.Conversation;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Federation.Conversation;

/// <summary>Captures that belong together.</summary>
public sealed class FederationConversationTests
{
    private static readonly string[] OfConversations = ["FED038", "FED069", "FED070", "FED074", "FED095", "FED096", "FED097", "FED098", "FED099", "FED100", "FED101", "FED102"];

    /// <summary>Alone, an answer of one event doesn't tell of its room's version; another answer does.</summary>
    [Theory]
    [InlineData("room_v1")]
    [InlineData("room_v6")]
    [InlineData("room_v10")]
    [InlineData("room_v12")]
    public void Rooms_OfRealTraffic_AreKnownFromOneAnother(string folder)
    {
        string root = Path.Combine(SharedData.PathOrSkip("captured-federation"), folder);

        FindingBuffer found = Run([.. Directory.EnumerateFiles(root, "*.json").Order(StringComparer.Ordinal).Where(file => !file.Contains("txn_bad", StringComparison.Ordinal)).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))]);

        found.NotCheckedItems.Where(item => item.Decisive).Select(item => item.What).ShouldBeEmpty();
        found.Counts.Keys.Intersect(OfConversations).ShouldBeEmpty();
    }

    /// <summary>What a real server says in one answer it says in all.</summary>
    [Theory]
    [InlineData("misc")]
    [InlineData("big_room_v10")]
    [InlineData("joins")]
    [InlineData("partial_resident")]
    public void Answers_OfRealTraffic_Agree(string folder)
    {
        string root = Path.Combine(SharedData.PathOrSkip("captured-federation"), folder);

        FindingBuffer found = Run([.. Directory.EnumerateFiles(root, "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))]);

        found.Counts.Keys.Intersect(OfConversations).ShouldBeEmpty();
    }

    [Fact]
    public void Exchanges_BeyondTheLimit_AreNamed()
    {
        byte[] good = Encoding.UTF8.GetBytes("{\"request\":{\"path\":\"/_matrix/federation/v1/version\"},\"response\":{\"body\":{}}}");
        var findings = new FindingBuffer(FindingLimits.Default);
        FederationInput[] inputs = [.. Enumerable.Range(0, 3).Select(i => new FederationInput($"{i}.json", () => new MemoryStream(good, writable: false)))];

        FederationSummary summary = FederationConversation.Run(inputs, new FederationOptions(), most: 2, findings, TestContext.Current.CancellationToken);

        findings.NotCheckedItems.ShouldHaveSingleItem().Decisive.ShouldBeTrue();
        summary.Statistics[0].Value.ShouldBe(2);
    }

    [Fact]
    public void File_WithoutCapture_IsNamedAndPassedOver()
    {
        FindingBuffer found = Run([("a.json", "{\"keys\":1}"u8.ToArray()), ("b.json", Encoding.UTF8.GetBytes("{\"request\":{\"path\":\"/_matrix/federation/v1/version\"},\"response\":{\"body\":[]}}"))]);

        found.Findings.ShouldHaveSingleItem().Location.Member.ShouldBe("b.json");
        found.NotCheckedItems.ShouldHaveSingleItem().Location.Member.ShouldBe("a.json");
    }

    [Fact]
    public void StateAnswers_OfDifferentEvents_AreNotCompared()
    {
        static byte[] Answer(string asked, string listed) => Encoding.UTF8.GetBytes(
            $"{{\"request\":{{\"path\":\"/_matrix/federation/v1/{asked}\"}},\"response\":{{\"body\":{listed}}}}}");

        FindingBuffer found = Run(
        [
            ("a.json", Answer("state_ids/!a:b?event_id=$x:b", "{\"pdu_ids\":[\"$c:b\"],\"auth_chain_ids\":[]}")),
            ("b.json", Answer("state_ids/!a:b?event_id=$y:b", "{\"pdu_ids\":[],\"auth_chain_ids\":[]}")),
        ]);

        found.Findings.ShouldBeEmpty();
    }

    private static FindingBuffer Run(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        var findings = new FindingBuffer(FindingLimits.Default);
        FederationInput[] inputs = [.. files.Select((file, i) => new FederationInput(file.Name, () => new MemoryStream(file.Bytes, writable: false)) { Ordinal = i + 1 })];
        FederationConversation.Run(inputs, new FederationOptions { Jobs = 2 }, most: 1000, findings, TestContext.Current.CancellationToken);
        return findings;
    }
}
