using System.Text.Json;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Json;

/// <summary>What real servers answered, recorded.</summary>
public sealed class JsonRealDataTests
{
    [Fact]
    public void Read_CapturedResponses_AreWellFormedWithTheOraclesNumberOfValues()
    {
        string folder = SharedData.PathOrSkip("captured-federation");
        int files = 0;
        foreach (string path in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            byte[] text = File.ReadAllBytes(path);
            Document document = JsonReading.Read(text);
            document.Faults.Where(fault => fault.Kind != FaultKind.Float).ShouldBeEmpty(path);
            document.NodeCount.ShouldBe(CountOf(text), path);

            var whole = CutRun.Of(text, CutShape.Members(CutShape.Members(CutShape.Item)));
            whole.Faults.Order().ShouldBe(document.Faults.Select(fault => $"{fault.Kind}@{fault.Offset}").Order(), path);
            whole.Result.Complete.ShouldBeTrue();
            files++;
        }

        files.ShouldBeGreaterThan(20);
    }

    private static int CountOf(byte[] text)
    {
        var reader = new Utf8JsonReader(text);
        int count = 0;
        while (reader.Read())
        {
            count += reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject ? 0 : 1;
        }

        return count;
    }
}
