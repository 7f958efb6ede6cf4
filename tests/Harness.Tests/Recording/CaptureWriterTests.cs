using System.Text;
using System.Text.Json;
using Conformance.Suites.Harness.Recording;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Harness.Tests.Recording;

public class CaptureWriterTests
{
    [Fact]
    public void Write_JsonBody_StaysByteByByte()
    {
        // A duplicate key, a float and odd spaces are just what a validator must see.
        const string Body = """{"a":1.50 , "a" : "\u00e9é", "b":[ ]}""";

        Encoding.UTF8.GetString(CaptureWriter.Write(Of(Body))).ShouldContain("\"body\":" + Body);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{\"a\":")]
    [InlineData("{} {}")]
    public void Write_OtherBody_BecomesAString(string body)
    {
        using var capture = JsonDocument.Parse(CaptureWriter.Write(Of(body)));

        capture.RootElement.GetProperty("response").GetProperty("body").GetString().ShouldBe(body);
    }

    [Fact]
    public void Write_NoBody_LeavesItOut()
    {
        using var capture = JsonDocument.Parse(CaptureWriter.Write(Of("")));

        capture.RootElement.GetProperty("response").TryGetProperty("body", out _).ShouldBeFalse();
        capture.RootElement.GetProperty("request").GetProperty("headers")[0][1].GetString().ShouldBe("1");
    }

    private static Exchange Of(string body) => new()
    {
        Method = "GET",
        Path = "/_matrix/federation/v1/version?x=%2F",
        Destination = "hs1",
        RequestHeaders = [("X-One", "1")],
        Status = 200,
        Body = Encoding.UTF8.GetBytes(body),
    };
}
