using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Cli.Tests.Support;
using Conformance.Signatures.Cryptography;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>Signatures of the archive of a real server, with and without the keys that the servers published.</summary>
public sealed class KeysTests : IDisposable
{
    private const string Folder = "real/synapse-1.160-a/";
    private const string Alpha = "alpha.example.test:8448";
    private const string Bravo = "bravo.example.test:8448";
    // Counted in the events' own "signatures" with another CBOR reader.
    private const long OwnSignatures = 1576;

    private const string Carol = "carol.example.test:8448";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Run_PublishedKeys_VerifiesEverySignature()
    {
        JsonElement report = Report(out ExitCode exit, "--keys", SharedData.PathOrSkip(Folder + "keys.json"));

        exit.ShouldBe(ExitCode.Valid);
        Statistic(report, "signaturesVerified").ShouldBe(4162);
        Statistic(report, "eventsWithAllSignaturesVerified").ShouldBe(4091);
        Rules(report).ShouldNotContain(rule => rule.StartsWith("SIG", StringComparison.Ordinal));
        Unchecked(report).ShouldNotContain(text => text.Contains("signature", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_NoKeys_VerifiesTheArchivesOwnServerAndNamesTheOthers()
    {
        JsonElement report = Report(out ExitCode exit);

        exit.ShouldBe(ExitCode.Valid);
        Statistic(report, "signaturesVerified").ShouldBe(OwnSignatures);
        Rules(report).ShouldNotContain(rule => rule.StartsWith("SIG", StringComparison.Ordinal));
        string note = Unchecked(report).Single(text => text.Contains("signatures by keys that aren't known", StringComparison.Ordinal));
        note.ShouldContain($"Give the public keys of {Bravo}, {Carol} with --keys FILE.");
        (Statistic(report, "eventsWithUncheckedSignatures") + Statistic(report, "eventsWithAllSignaturesVerified")).ShouldBe(4091);
    }

    [Fact]
    public void Run_KeysOfTwoServersSwapped_IsInvalidAndNamesEvents()
    {
        JsonObject keys = JsonNode.Parse(File.ReadAllBytes(SharedData.PathOrSkip(Folder + "keys.json")))!.AsObject();
        JsonNode alpha = keys[Alpha]!.DeepClone();
        keys[Alpha] = keys[Bravo]!.DeepClone();
        keys[Bravo] = alpha;
        File.WriteAllText(_folder.File("swapped.json"), keys.ToJsonString());

        JsonElement report = Report(out ExitCode exit, "--keys", _folder.File("swapped.json"));

        exit.ShouldBe(ExitCode.Invalid);
        JsonElement[] found = [.. report.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("rule").ValueEquals("SIG001"))];
        found.ShouldAllBe(f => f.GetProperty("location").GetProperty("event").GetString()!.StartsWith('$'));

        // An event that two servers must sign can have two findings.
        found.Sum(f => f.GetProperty("count").GetInt64()).ShouldBeGreaterThanOrEqualTo(Statistic(report, "eventsWithWrongSignatures"));
        Statistic(report, "eventsWithWrongSignatures").ShouldBeGreaterThan(2500);
        Rules(report).ShouldContain("SIG004");
    }

    [Fact]
    public void Run_OneFileForEachServer_IsAsOneFile()
    {
        JsonObject keys = JsonNode.Parse(File.ReadAllBytes(SharedData.PathOrSkip(Folder + "keys.json")))!.AsObject();
        foreach ((string server, JsonNode? ofServer) in keys)
        {
            File.WriteAllText(_folder.File(server[..5] + ".json"), new JsonObject { [server] = ofServer!.DeepClone() }.ToJsonString());
        }

        JsonElement report = Report(out _, "--keys", _folder.File("bravo.json"), "--keys", _folder.File("carol.json"));

        Statistic(report, "signaturesVerified").ShouldBe(4162);
    }

    [Fact]
    public void Run_OneFaultyKeyAmongGoodOnes_IsNamedAndTheOthersUsed()
    {
        JsonObject keys = JsonNode.Parse(File.ReadAllBytes(SharedData.PathOrSkip(Folder + "keys.json")))!.AsObject();
        keys["faulty.example"] = new JsonObject { ["ed25519:1"] = "short" };
        File.WriteAllText(_folder.File("keys.json"), keys.ToJsonString());

        JsonElement report = Report(out ExitCode exit, "--keys", _folder.File("keys.json"));

        exit.ShouldBe(ExitCode.Valid);
        Statistic(report, "signaturesVerified").ShouldBe(4162);
        Unchecked(report).ShouldContain(text => text.Contains("keys.json at /faulty.example/ed25519:1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no JSON")]
    [InlineData("{\"example.org\": {\"ed25519:1\": \"short\"}}")]
    [InlineData("ed25519 a_1 short")]
    [InlineData("{\"example.org\": {}, \"example.org\": {}}")]
    public void Run_FileWithoutAKey_IsWrongUsageInOneLine(string content)
    {
        File.WriteAllText(_folder.File("keys.json"), content);

        CommandRun run = CommandRun.Of("archive.tar.gz", "--keys", _folder.File("keys.json"));

        run.Exit.ShouldBe(ExitCode.Usage);
        run.Error.TrimEnd('\n').ShouldNotContain("\n");
        run.Error.ShouldContain("keys.json");
    }

    [Fact]
    public void Run_RelativeFile_IsFoundInTheWorkingDirectory()
    {
        string keys = SharedData.PathOrSkip(Folder + "keys.json");

        CommandRun run = CommandRun.With(
            new CommandRun.Setting { WorkingDirectory = Path.GetDirectoryName(keys)! }, SharedData.PathOrSkip(Folder + "alpha.example.test.tar.gz"), "--keys", "keys.json");

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
    }

    [Fact]
    public void Version_Verbose_NamesTheLibraries()
    {
        CommandRun run = CommandRun.Of("--version", "--verbose");

        run.Exit.ShouldBe(ExitCode.Valid);
        string[] lines = run.Out.TrimEnd('\n').Split('\n');
        lines[0].ShouldBe($"validate {ToolVersion.Text}");
        Ed25519Library? library = Ed25519Libraries.Default;
        lines.Single(line => line.Contains("Ed25519", StringComparison.Ordinal))
            .ShouldContain(library is null ? "Install libsodium" : $"{library.Name} {library.Version}");
        lines.ShouldContain(line => line.Contains("libarchive", StringComparison.Ordinal));
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Dispose();

    private static JsonElement Report(out ExitCode exit, params string[] options)
    {
        string archive = SharedData.PathOrSkip(Folder + "alpha.example.test.tar.gz");
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        CommandRun run = CommandRun.Of([archive, "--report", "json", .. options]);
        exit = run.Exit;
        run.Error.ShouldBeEmpty();
        return JsonDocument.Parse(run.OutBytes).RootElement.Clone();
    }

    private static long Statistic(JsonElement report, string name) => report.GetProperty("statistics").GetProperty(name).GetInt64();

    private static IEnumerable<string> Rules(JsonElement report) => report.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("rule").GetString()!);

    private static IEnumerable<string> Unchecked(JsonElement report) =>
        report.GetProperty("notChecked").EnumerateArray().Select(n => $"{n.GetProperty("what").GetString()}: {n.GetProperty("cause").GetString()}");
}
