using Conformance.Events;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Signatures.Rules;

namespace Conformance.Signatures;

/// <summary>The signatures of a run's events: checks them by all keys that are known, reports, and counts. Any number of threads.</summary>
/// <param name="keys">The keys that are known.</param>
/// <param name="library">Verifies; null when the system has none.</param>
internal sealed class SignatureRun(KeyRing keys, Ed25519Library? library)
{
    private readonly EventSignatureChecker _checker = new(keys, library, new VerifiedSignatures());

    /// <summary>Checks the event that was just checked by itself.</summary>
    /// <param name="events">Holds the event with its hashes.</param>
    /// <param name="verdict">Takes what is known of its signatures.</param>
    /// <param name="counts">Counts it.</param>
    /// <param name="isOnItsWay">Whether the event is on its way to the server that authorises it, which is yet to sign it (Server-Server API, Restricted rooms).</param>
    public void Check(EventChecker events, EventSignatureVerdict verdict, SignatureCounts counts, bool isOnItsWay = false)
    {
        if (!events.IsHashed)
        {
            // Why there is no form to sign has been said where the event was read.
            verdict.Clear();
            verdict.Add(new SignerVerdict(SignerRole.Sender, SignatureStatus.NoSignedForm, true, default, events.Visit.Document.Root, null));
            return;
        }

        _checker.Check(events.Visit.Event, events.Visit.Version!, events.Hasher, events.ContentHash, verdict);
        SignatureRules.Check(events.Visit, verdict, isOnItsWay);
        Count(verdict, counts);
    }

    private void Count(EventSignatureVerdict verdict, SignatureCounts counts)
    {
        counts.Verified += verdict.GoodSignatures;
        if (verdict.Status.IsGood())
        {
            counts.EventsVerified++;
        }
        else if (verdict.Status.IsWrong())
        {
            counts.EventsRefused++;
        }
        else if (verdict.Status == SignatureStatus.MissingInRedactedCopy)
        {
            counts.RedactedInvites++;
        }
        else if (library is null)
        {
            counts.WithoutLibrary++;
        }
        else
        {
            ServerTally tally = verdict.Status switch
            {
                SignatureStatus.LapsedKey => counts.LapsedKeys,
                SignatureStatus.UnknownAlgorithm => counts.UnknownAlgorithms,
                _ => counts.UnknownKeys,
            };
            tally.Count(verdict.Deciding!.Value.Server);
        }
    }
}
