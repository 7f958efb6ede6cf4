using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Hashing;
using Conformance.Events.Versions;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events;

/// <summary>Events that other implementations publish in their tests: their hashes, their IDs, and what a redaction leaves of them.</summary>
public sealed class PublishedVectorsTests
{
    private readonly EventHasher _hasher = new();
    private readonly EventView _view = new();

    [Fact]
    public void ContentHash_OfPublishedEvents_FitsUnlessTheyWereAltered()
    {
        var found = new List<ContentHashState>();
        foreach (JsonNode item in Cases("published-events"))
        {
            string json = (string)item["event"]!;
            EventChecker checker = EventFixture.Check(Encoding.UTF8.GetBytes(json), (string)item["version"]!, out _, (string)JsonNode.Parse(json)!["room_id"]!);
            checker.ContentHash.ToString().ShouldBe((string)item["contentHash"]!, json);
            found.Add(checker.ContentHash);
            JsonNode altered = JsonNode.Parse(json)!;
            altered["origin_server_ts"] = 7;
            checker = EventFixture.Check(Encoding.UTF8.GetBytes(altered.ToJsonString()), (string)item["version"]!, out _, (string)altered["room_id"]!);
            checker.ContentHash.ShouldNotBe(ContentHashState.Fits);
        }

        found.Count.ShouldBe(25);
        found.Count(state => state == ContentHashState.Fits).ShouldBe(18);
    }

    [Fact]
    public void ReferenceHash_OfPublishedEvents_IsTheOneThatOthersCite()
    {
        int fitting = 0;
        foreach (JsonNode item in Cases("published-events").Where(item => item["cited"] is not null))
        {
            Hash((string)item["event"]!, "1");
            _hasher.HashReference();
            string reference = Convert.ToBase64String(_hasher.ReferenceHash).TrimEnd('=');
            bool cited = item["cited"]!.AsArray().Select(hash => (string)hash!).Contains(reference);
            cited.ShouldBe((bool)item["citedFits"]!, (string)item["event"]!);
            fitting += cited ? 1 : 0;
        }

        fitting.ShouldBe(9);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("4")]
    public void Id_OfAPublishedEvent_IsThePublishedOne(string version)
    {
        JsonNode item = Cases("published-events").Single(item => item["ids"] is not null);
        string json = (string)item["event"]!;
        EventChecker checker = EventFixture.Check(Encoding.UTF8.GetBytes(json), version, out _, (string)JsonNode.Parse(json)!["room_id"]!);
        Encoding.UTF8.GetString(checker.Identity.Utf8).ShouldBe((string)item["ids"]![version]!);

        JsonNode altered = JsonNode.Parse(json)!;
        altered["depth"] = 2;
        checker = EventFixture.Check(Encoding.UTF8.GetBytes(altered.ToJsonString()), version, out _, (string)altered["room_id"]!);
        Encoding.UTF8.GetString(checker.Identity.Utf8).ShouldNotBe((string)item["ids"]![version]!);
    }

    [Fact]
    public void Redaction_OfPublishedEvents_LeavesWhatIsPublished()
    {
        JsonNode[] cases = Cases("published-redactions");
        foreach (JsonNode item in cases)
        {
            string version = (string)item["version"]!;
            JsonObject expected = item["redacted"]!.DeepClone().AsObject();
            expected.Remove("signatures");
            Redacted(item["event"]!, version).ShouldBe(Sorted(expected), (string)item["from"]!);
            Redacted(JsonNode.Parse(Redacted(item["event"]!, version))!, version).ShouldBe(Sorted(expected), (string)item["from"]!);
        }

        cases.Length.ShouldBe(24);
    }

    private string Redacted(JsonNode pdu, string version)
    {
        Hash(pdu.ToJsonString(), version);
        return Encoding.UTF8.GetString(_hasher.RedactedForm);
    }

    private void Hash(string json, string version)
    {
        _view.Load(DocumentReader.Read(Encoding.UTF8.GetBytes(json), DocumentEncoding.Json));
        _hasher.Hash(_view, RoomVersions.Find(version)!, ignored: 0);
    }

    private static string Sorted(JsonNode node) => Canonical.IndependentCanonicalJson.Write(node);

    private static JsonNode[] Cases(string file)
    {
        string path = Path.Combine(Repository.Root, $"tests/Conformance.Tests/Events/Vectors/{file}.json");
        return [.. JsonNode.Parse(File.ReadAllBytes(path))!["cases"]!.AsArray().Select(item => item!)];
    }
}
