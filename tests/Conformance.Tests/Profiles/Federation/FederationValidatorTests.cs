using System.Text;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Federation;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Federation;

/// <summary>Captures and bodies in every order and state of damage: where findings point, and that a verdict is reached.</summary>
public sealed class FederationValidatorTests
{
    private const string Directory = "{\"request\":{\"method\":\"GET\",\"path\":\"/_matrix/federation/v1/query/directory?room_alias=x\"},\"response\":{\"status\":200,\"body\":";

    [Theory]
    [InlineData("{\"room_id\":\"!a:b\",\"servers\":[\"b\",¦\"_\"]}", "FED004", "/servers/1")]
    [InlineData("{\"room_id\":¦5,\"servers\":[]}", "FED003", "/room_id")]
    [InlineData("¦{\"room_id\":\"!a:b\"}", "FED002", "")]
    [InlineData("¦7", "FED001", "")]
    public void Finding_OfBody_PointsAtOffsetAndPointerInTheFile(string body, string rule, string pointer)
    {
        Finding found = Run("query/directory", body.Replace("¦", "", StringComparison.Ordinal)).Findings.ShouldHaveSingleItem();

        found.Rule.ShouldBe(rule);
        found.Location.Pointer.ShouldBe(pointer);
        found.Location.Offset.ShouldBe(Encoding.UTF8.GetByteCount(body[..body.IndexOf('¦', StringComparison.Ordinal)]));
    }

    [Fact]
    public void Finding_OfCapture_PointsIntoTheCapture()
    {
        string capture = Directory + "{\"room_id\":\"!a:b\",\"servers\":¦\"b\"}}}";

        Finding found = Run(null, capture.Replace("¦", "", StringComparison.Ordinal)).Findings.ShouldHaveSingleItem();

        found.Rule.ShouldBe("FED003");
        found.Location.Pointer.ShouldBe("/response/body/servers");
        found.Location.Offset.ShouldBe(capture.IndexOf('¦', StringComparison.Ordinal));
    }

    /// <summary>Members around lists that are cut out keep their offsets, though they are evaluated without the lists.</summary>
    [Fact]
    public void Finding_BehindEvents_PointsAtOffsetInTheFile()
    {
        const string Body = "{\"state\": [ ], \"auth_chain\" : [{}, {\"a\":[1]}] , \"members_omitted\" : 1, \"origin\": 7}";

        FindingBuffer found = Run("send_join", Body);

        found.Findings.Where(finding => finding.Rule == "FED003").Select(finding => (finding.Location.Pointer, finding.Location.Offset))
            .ShouldBe([("/members_omitted", (long?)Body.IndexOf(" 1,", StringComparison.Ordinal) + 1), ("/origin", Body.IndexOf("7}", StringComparison.Ordinal))]);
    }

    [Fact]
    public void Finding_OfListedEvent_PointsAtOffsetInTheFile()
    {
        const string Body = "{\"pdus\": [ ], \"auth_chain\" : [1 ,2], \"x\":0}";

        FindingBuffer found = Run("state", Body);

        found.Findings.Select(finding => (finding.Rule, finding.Location.Pointer, finding.Location.Offset))
            .ShouldBe([("EVT001", "/auth_chain/0", 30L), ("EVT001", "/auth_chain/1", 33L)]);
    }

    /// <summary>A capture without a body says nothing; an empty object does.</summary>
    [Theory]
    [InlineData("{\"request\":{\"path\":\"/_matrix/federation/v1/version\"},\"response\":{\"status\":200}}", 1)]
    [InlineData("{\"request\":{\"path\":\"/_matrix/federation/v1/version\"},\"response\":{\"status\":200,\"body\":{}}}", 0)]
    [InlineData("{\"request\":{\"path\":\"/_matrix/federation/v1/media/download/a\"},\"response\":{\"status\":200}}", 1)]
    public void Capture_WithoutBody_IsUndetermined(string capture, int items) =>
        Run(null, capture).NotCheckedItems.Count(item => item.Decisive).ShouldBe(items);

    /// <summary>Media as the bytes of its answer: the boundary is taken from the first delimiter, and findings have offsets.</summary>
    [Theory]
    [InlineData("--x\r\nContent-Type: application/json\r\n\r\n{}\r\n--x\r\n¦bad\r\n\r\nhello\r\n--x--", "FED086")]
    [InlineData("--x\r\n¦Content-Type: application/json\r\n\r\n[]\r\n--x\r\nContent-Type: text/plain\r\n\r\nhello\r\n--x--\r\n", "FED089")]
    public void Finding_OfMediaBytes_PointsAtOffsetInTheFile(string body, string rule)
    {
        Finding found = Run("media/download", body.Replace("¦", "", StringComparison.Ordinal)).Findings.ShouldHaveSingleItem();

        found.Rule.ShouldBe(rule);
        found.Location.Offset.ShouldBe(body.IndexOf('¦', StringComparison.Ordinal));
    }

    [Fact]
    public void Media_EveryPrefix_ComesToAnEnd()
    {
        const string Body = "--x\r\nContent-Type: application/json\r\n\r\n{}\r\n--x\r\nLocation: https://a/b\r\n\r\n\r\n--x--";
        for (int length = 0; length <= Body.Length; length++)
        {
            Run("media/download", Body[..length]).Counts.ContainsKey("FED085").ShouldBe(length >= 5 && length < Body.Length, $"{length}");
        }
    }

    [Fact]
    public void Capture_ResponseBeforeRequest_IsUnderstood()
    {
        FindingBuffer found = Run(null, "{\"response\":{\"body\":{\"errcode\":\"M_NOT_FOUND\"},\"status\":404},\"request\":{\"path\":\"/_matrix/federation/v1/version\",\"method\":\"GET\"}}");

        found.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("send_join", "{\"state\":[{}")]
    [InlineData("send_join", "{\"state\":[[[[[")]
    [InlineData("send_join", "{\"state\":{},\"state\":[],\"auth_chain\":[null]")]
    [InlineData("send_join/v1", "[200]")]
    [InlineData("send_join/v1", "[200,{\"state\":[1],\"auth_chain\":7},9,{\"state\":[]}]")]
    [InlineData("invite/v1", "[[],[]]")]
    [InlineData("state", "")]
    [InlineData("state", "\"")]
    [InlineData(null, "{\"request\":null,\"response\":[]}")]
    [InlineData(null, "{\"request\":{\"path\":7,\"body\":{}},\"response\":{\"body\":{},\"status\":99999999999999999999}}")]
    [InlineData(null, "{\"request\":{\"path\":\"/%%%/%zz?=&&v=%\"},\"response\":{\"body\":{}}}")]
    public void Input_Broken_ComesToAnEnd(string? endpoint, string text)
    {
        FindingBuffer found = Run(endpoint, text);

        found.Counts.Values.ShouldAllBe(count => count > 0);
    }

    [Fact]
    public void Input_EveryPrefixOfACapture_ComesToAnEnd()
    {
        const string Capture = "{\"request\":{\"method\":\"PUT\",\"path\":\"/_matrix/federation/v2/send_join/!a:b/$c\",\"body\":{\"type\":\"m.room.member\"}},"
            + "\"response\":{\"status\":200,\"body\":{\"state\":[{\"type\":\"m.room.create\",\"state_key\":\"\",\"content\":{\"room_version\":\"11\"}}],\"auth_chain\":[],\"members_omitted\":true}}}";
        for (int length = 0; length <= Capture.Length; length++)
        {
            Run("send_join", Capture[..length]).Counts.Values.ShouldAllBe(count => count > 0);
        }
    }

    private static FindingBuffer Run(string? endpoint, string text)
    {
        var findings = new FindingBuffer(FindingLimits.Default);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var options = new FederationOptions { Endpoint = endpoint is null ? null : FederationEndpoints.Find(endpoint), Jobs = 2 };
        FederationValidator.Run(new FederationInput("", () => new MemoryStream(bytes, writable: false)), null, options, findings, TestContext.Current.CancellationToken);
        return findings;
    }
}
