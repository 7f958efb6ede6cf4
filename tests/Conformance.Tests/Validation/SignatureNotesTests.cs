using System.Text;
using System.Text.Json.Nodes;
using Conformance.Catalogue;
using Conformance.Findings;
using Conformance.Generator.Archives;
using Conformance.Generator.Events;
using Conformance.Policy;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Tests.Signatures.Cryptography;
using Conformance.Validation;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Validation;

/// <summary>What a report says of signatures that were not checked, and what that does to the verdict.</summary>
public sealed class SignatureNotesTests
{
    private const string Remote = "remote.example.net";

    private readonly ServerKeys _keys = new();

    [Fact]
    public void Run_NoLibraryAndNoKeys_SaysWhatToInstallAndStaysValid()
    {
        Backends.AnyOrSkip();

        ValidationReport report = Run(Archive.Small(), TrustedKeys.None, null);

        NotChecked note = report.NotChecked.Single(item => item.Cause == Ed25519Libraries.Advice);
        note.ShouldBe(new NotChecked("signatures of events", Ed25519Libraries.Advice, Location.Input, Decisive: false, Count: 7));
        report.Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void Run_NoLibraryButKeys_IsUndeterminedSinceTheCheckWasAskedFor()
    {
        Backends.AnyOrSkip();

        ValidationReport report = Run(Archive.Small(), Given(_keys.File(Archive.ServerName, Remote)), null);

        report.NotChecked.ShouldContain(item => item.Cause == Ed25519Libraries.Advice && item.Decisive);
        report.Verdict.ShouldBe(Verdict.Undetermined);
    }

    [Fact]
    public void Run_NoLibraryAndASignatureMissing_IsInvalidAllTheSame()
    {
        Backends.AnyOrSkip();
        var archive = Archive.Small();
        archive.RoomEvents[6]!["signatures"] = new JsonObject();

        Run(archive, TrustedKeys.None, null).Verdict.ShouldBe(Verdict.Invalid);
    }

    [Fact]
    public void Run_OtherServersKeysUnknown_CountsTheirEventsAndStaysValid()
    {
        ValidationReport report = Run(Archive.Small(), TrustedKeys.None, Backends.AnyOrSkip());

        report.NotChecked.ShouldContain(new NotChecked(
            "signatures by keys that aren't known", $"Give the public keys of {Remote} with --keys FILE.", Location.Input, Decisive: false, Count: 2));
        report.Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void Run_ManyServers_NamesThoseWithMostEvents()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        var archive = Archive.Small("11", room =>
        {
            for (int i = 0; i < 20; i++)
            {
                room.Join($"@u:s{i}.example");
            }

            room.Message("@u:s17.example", "one more");
        });

        ValidationReport report = Run(archive, TrustedKeys.None, library);

        report.NotChecked.ShouldContain(item => item.Count == 23
            && item.Cause == $"Give the public keys of 21 servers: {Remote}, s17.example, s0.example, s1.example, s2.example … with --keys FILE.");
    }

    [Fact]
    public void Run_KeyThatLapsed_SaysWhoseKeysToFetchAgain()
    {
        byte[] file = Encoding.UTF8.GetBytes($$"""{"{{Remote}}": {"{{ServerKeys.KeyId}}": {"key": "{{_keys.PublicKeyOf(Remote)}}", "valid_until_ts": 1} } }""");

        ValidationReport report = Run(Archive.Small(), Given(file), Backends.AnyOrSkip());

        report.NotChecked.ShouldContain(item => item.Count == 2 && item.Cause.Contains($"Fetch the keys of {Remote} again", StringComparison.Ordinal));
        report.Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void Run_OwnSigningKeyAsFile_StandsInForAMissingCoreKey()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        var archive = Archive.Small();
        archive.Core.Remove("signing_key");

        ValidationReport report = Run(archive, Given(Encoding.UTF8.GetBytes(_keys.LineOf(Archive.ServerName))), library);

        report.Statistics.ShouldContain(new Statistic("signaturesVerified", 5));
    }

    [Fact]
    public void Run_ManyFaultyKeys_AreNamedUpToALimit()
    {
        var file = new JsonObject { [Remote] = new JsonObject { [ServerKeys.KeyId] = _keys.PublicKeyOf(Remote) } };
        for (int i = 0; i < 1000; i++)
        {
            file[$"s{i}.example"] = new JsonObject { ["ed25519:1"] = "short" };
        }

        ValidationReport report = Run(Archive.Small(), Given(Encoding.UTF8.GetBytes(file.ToJsonString())), Backends.AnyOrSkip());

        report.NotChecked.Count(item => item.What.StartsWith("a key in keys.json", StringComparison.Ordinal)).ShouldBe(20);
        report.NotChecked.ShouldContain(item => item.What == "more keys of the given files" && item.Count == 980);
        report.Statistics.ShouldContain(new Statistic("signaturesVerified", 7));
    }

    private static TrustedKeys Given(byte[] file)
    {
        TrustedKeys? keys = TrustedKeys.None.With(file, "keys.json", out string? problem);
        problem.ShouldBeNull();
        return keys!;
    }

    private static ValidationReport Run(Archive archive, TrustedKeys keys, Ed25519Library? library)
    {
        PolicyBuilder.Build(new PolicyRequest(), RuleCatalogue.Default, TimeProvider.System).TryGetValue(out ValidationPolicy? policy).ShouldBeTrue();
        var options = new ValidationOptions { Policy = policy!, Keys = keys, Ed25519 = () => library };
        using var stream = new MemoryStream(archive.Tar());
        return Validator.Run(stream, "archive.tar", options, TestContext.Current.CancellationToken).Report!;
    }
}
