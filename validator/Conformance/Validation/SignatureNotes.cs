using System.Collections.Immutable;
using Conformance.Events;
using Conformance.Findings;
using Conformance.Profiles.Mspf;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;

namespace Conformance.Validation;

/// <summary>
/// Puts the keys of a run together, and says what of the signatures was not checked. A missing key makes nothing undetermined as a whole, since
/// an archive has no keys but its own server's; a missing library does, when keys were given: then the check was asked for.
/// </summary>
internal sealed class SignatureNotes(ValidationOptions options)
{
    private const int NamedServers = 5;
    private const int NamedProblems = 20;

    private ImmutableArray<KeyProblem> _problems = [];
    private int _vouchedFor;

    /// <summary>Begins to check signatures, once <c>m.core</c> and the archive's own item of keys have been read.</summary>
    /// <param name="server">The archive's server; null when it isn't known.</param>
    /// <param name="item">The archive's own item of keys; null when it has none.</param>
    public SignatureRun Begin(CoreFacts? server, KeyFile? item)
    {
        (KeyRing ring, _problems) = options.Keys.For(server?.ServerNameText, server?.SigningKey?.Key, item);
        _vouchedFor = ring.All.Count(key => key.Source.Kind == KeySourceKind.ArchiveKeys);
        return new SignatureRun(ring, options.Ed25519());
    }

    /// <summary>Begins to check signatures where no server has a key of its own.</summary>
    /// <returns>The keys, and what checks by them.</returns>
    public (KeyRing Keys, SignatureRun Run) Begin()
    {
        (KeyRing ring, _problems) = options.Keys.For(null, null);
        return (ring, new SignatureRun(ring, options.Ed25519()));
    }

    /// <summary>Says what was not checked.</summary>
    public void Report(SignatureCounts counts, IFindingSink sink)
    {
        if (counts.WithoutLibrary > 0)
        {
            sink.ReportNotChecked(new NotChecked("signatures of events", Ed25519Libraries.Advice, Location.Input, options.Keys.AreGiven, counts.WithoutLibrary));
        }

        Report(counts.UnknownKeys, "signatures by keys that aren't known", "Give the public keys of {0} with --keys FILE.", sink);
        Report(counts.LapsedKeys, "signatures of events later than what is known of their keys", "Fetch the keys of {0} again: the events are later than valid_until_ts.", sink);
        Report(counts.UnknownAlgorithms, "signatures by other algorithms than Ed25519", "They are of {0}.", sink);
        if (counts.RedactedInvites > 0)
        {
            sink.ReportNotChecked(new NotChecked(
                "whether redacted invitations lack a signature",
                "A redaction takes away what tells whether the inviting server had to sign.",
                Location.Input,
                Decisive: false,
                counts.RedactedInvites));
        }

        if (_vouchedFor > 0)
        {
            sink.ReportNotChecked(new NotChecked(
                "whether keys that only the archive itself gives are those of their servers",
                "The archive vouches for them. Give keys from elsewhere with --keys FILE to have them compared.",
                Location.Input,
                Decisive: false,
                _vouchedFor));
        }

        foreach (KeyProblem problem in _problems.Take(NamedProblems))
        {
            sink.ReportNotChecked(new NotChecked($"a key in {problem.Place}", $"{problem.What} {problem.Remedy}", Location.Input, Decisive: false));
        }

        if (_problems.Length > NamedProblems)
        {
            sink.ReportNotChecked(new NotChecked(
                "more keys of the given files", "They have faults like those that are named.", Location.Input, Decisive: false, _problems.Length - NamedProblems));
        }
    }

    private static void Report(ServerTally tally, string what, string cause, IFindingSink sink)
    {
        if (tally.Events == 0)
        {
            return;
        }

        string named = string.Join(", ", tally.Largest(NamedServers));
        string servers = tally.Servers switch
        {
            <= NamedServers => named,
            ServerTally.MaxServers => $"{ServerTally.MaxServers} servers or more: {named} …",
            _ => $"{tally.Servers} servers: {named} …",
        };
        sink.ReportNotChecked(new NotChecked(what, cause.Replace("{0}", servers, StringComparison.Ordinal), Location.Input, Decisive: false, tally.Events));
    }
}
