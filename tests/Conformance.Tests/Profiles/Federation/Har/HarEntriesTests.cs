using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Documents.Cutting;
using Conformance.Pipeline;
using Conformance.Profiles.Federation;
using Conformance.Profiles.Federation.Conversation;
using Conformance.Profiles.Federation.Har;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Federation.Har;

/// <summary>HTTP archives: what is recognised, and that their entries are checked like captures.</summary>
public sealed class HarEntriesTests
{
    [Theory]
    [InlineData("{\"log\":{", true)]
    [InlineData("\uFEFF \r\n{ \"log\" :", true)]
    [InlineData("{\"login\":1", false)]
    [InlineData("{\"request\":{\"log\":1}}", false)]
    [InlineData("[\"log\"]", false)]
    [InlineData("", false)]
    public void MayBe_Start_IsThatOfAnArchive(string start, bool expected) => HarEntries.MayBe(Encoding.UTF8.GetBytes(start)).ShouldBe(expected);

    [Theory]
    [InlineData("{\"log\":{\"entries\":[]}}", 0)]
    [InlineData("{\"log\":{\"entries\":[{},{},7]}}", 3)]
    [InlineData("{\"log\":{\"entries\":{}}}", 0)]
    [InlineData("{\"log\":[]}", 0)]
    [InlineData("{\"log\":{\"pages\":[{}],\"entries\":[{}", 1)]
    [InlineData("{\"log\":", 0)]
    public void Of_Archive_FindsItsEntries(string text, int count)
    {
        (IReadOnlyList<FederationInput> inputs, bool isCut) = HarEntries.Of(Input(text), CutLimits.Default, 10, TestContext.Current.CancellationToken);

        inputs.Count.ShouldBe(count);
        isCut.ShouldBeFalse();
    }

    [Fact]
    public void Of_MoreEntriesThanTheLimit_SaysSo()
    {
        (IReadOnlyList<FederationInput> inputs, bool isCut) = HarEntries.Of(Input("{\"log\":{\"entries\":[1,2,3]}}"), CutLimits.Default, 2, TestContext.Current.CancellationToken);

        inputs.Select(input => input.Name).ShouldBe(["log/entries/0", "log/entries/1"]);
        isCut.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"request":{"method":"GET","url":"https://a/b?c=d","headers":[{"name":"H","value":"v"},{"name":"H","value":"w"}]},"response":{"status":200,"content":{"text":"{\"a\":[1]}"}}}""",
        """{"request":{"method":"GET","path":"https://a/b?c=d","headers":[["H","v"],["H","w"]]},"response":{"status":200,"headers":[],"body":{"a":[1]}}}""")]
    [InlineData("""{"response":{"content":{"text":"{\"a\":1,\"a\":2}"}}}""", """{"request":{"headers":[]},"response":{"headers":[],"body":{"a":1,"a":2}}}""")]
    [InlineData("""{"response":{"content":{"text":"{]"}}}""", """{"request":{"headers":[]},"response":{"headers":[],"body":"{]"}}""")]
    [InlineData("""{"response":{"content":{"text":"eyJhIjoxfQ==","encoding":"base64"}}}""", """{"request":{"headers":[]},"response":{"headers":[],"body":{"a":1}}}""")]
    [InlineData("""{"response":{"content":{"text":"iVBORw==","encoding":"base64"}}}""", """{"request":{"headers":[]},"response":{"headers":[],"body_base64":"iVBORw=="}}""")]
    [InlineData("""{"response":{"content":{"text":""}}}""", """{"request":{"headers":[]},"response":{"headers":[]}}""")]
    [InlineData("7", """{"request":{"headers":[]},"response":{"headers":[]}}""")]
    [InlineData("{\"request\":{\"url\":7,\"headers\":[7,{}]},\"response\":[", """{"request":{"headers":[]},"response":{"headers":[]}}""")]
    public void Capture_OfEntry_HasRequestAndAnswer(string entry, string capture) =>
        Encoding.UTF8.GetString(HarCapture.Of(Encoding.UTF8.GetBytes(entry), 64)).ShouldBe(capture);

    [Fact]
    public void Archive_EveryPrefix_ComesToAnEnd()
    {
        const string Archive = "{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\",\"url\":\"/_matrix/federation/v1/version\",\"headers\":[{\"name\":\"a\",\"value\":\"b\"}]},"
            + "\"response\":{\"status\":200,\"content\":{\"text\":\"{}\",\"encoding\":\"\"}}}]}}";
        for (int length = 0; length <= Archive.Length; length++)
        {
            Run([Input(Archive[..length])]).Counts.Values.ShouldAllBe(count => count > 0);
        }
    }

    /// <summary>An archive of the exchanges of a folder is found to be what the folder is.</summary>
    [Theory]
    [InlineData("misc")]
    [InlineData("room_v10")]
    [InlineData("room_v12")]
    public void Findings_OfArchive_AreThoseOfTheFolder(string folder)
    {
        string root = Path.Combine(SharedData.PathOrSkip("captured-federation"), folder);
        string[] files = [.. Directory.EnumerateFiles(root, "*.json").Order(StringComparer.Ordinal)];
        string archive = new JsonObject { ["log"] = new JsonObject { ["entries"] = new JsonArray([.. files.Select(file => (JsonNode)Entry(File.ReadAllBytes(file)))]) } }.ToJsonString();

        FindingBuffer ofFolder = Run([.. files.Select(file => new FederationInput(Path.GetFileName(file), () => File.OpenRead(file)))]);
        FindingBuffer ofArchive = Run([Input(archive)]);

        Lines(ofArchive).ShouldBe(Lines(ofFolder));
        ofArchive.Findings.ShouldAllBe(finding => finding.Location.Offset == null && finding.Location.Member!.StartsWith("log/entries/", StringComparison.Ordinal));
    }

    private static string[] Lines(FindingBuffer found) => [.. found.Findings.Select(finding => $"{finding.Rule} {finding.Location.Pointer?.Replace("_base64", "", StringComparison.Ordinal)} {finding.Location.Event}")];

    private static JsonObject Entry(byte[] file)
    {
        using JsonDocument capture = JsonDocument.Parse(file);
        JsonElement request = capture.RootElement.GetProperty("request");
        JsonElement response = capture.RootElement.GetProperty("response");
        var content = new JsonObject();
        if (response.TryGetProperty("body_base64", out JsonElement encoded) && encoded.ValueKind == JsonValueKind.String)
        {
            content["text"] = encoded.GetString();
            content["encoding"] = "base64";
        }
        else
        {
            content["text"] = response.GetProperty("body").GetRawText();
        }

        var asked = new JsonObject { ["method"] = request.GetProperty("method").GetString(), ["url"] = request.GetProperty("path").GetString(), ["headers"] = Headers(request) };
        if (request.GetProperty("body").ValueKind != JsonValueKind.Null)
        {
            asked["postData"] = new JsonObject { ["text"] = request.GetProperty("body").GetRawText() };
        }

        return new JsonObject
        {
            ["request"] = asked,
            ["response"] = new JsonObject { ["status"] = response.GetProperty("status").GetInt32(), ["headers"] = Headers(response), ["content"] = content },
        };
    }

    private static JsonArray Headers(JsonElement half)
    {
        var headers = new JsonArray();
        if (half.TryGetProperty("headers", out JsonElement all) && all.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty header in all.EnumerateObject())
            {
                headers.Add((JsonNode)new JsonObject { ["name"] = header.Name, ["value"] = header.Value.GetString() });
            }
        }
        else if (all.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement pair in all.EnumerateArray())
            {
                headers.Add((JsonNode)new JsonObject { ["name"] = pair[0].GetString(), ["value"] = pair[1].GetString() });
            }
        }

        return headers;
    }

    private static FindingBuffer Run(IReadOnlyList<FederationInput> inputs)
    {
        var findings = new FindingBuffer(FindingLimits.Default);
        FederationConversation.Run(inputs, new FederationOptions(), 10_000, findings, TestContext.Current.CancellationToken);
        return findings;
    }

    private static FederationInput Input(string text) => new("", () => new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false));
}
