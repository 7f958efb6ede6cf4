using System.Security.Cryptography;
using Conformance.Events.Canonical;
using Conformance.Events.Versions;

namespace Conformance.Events.Hashing;

/// <summary>
/// The canonical forms of an event and their hashes (Server-Server API, Signing Events): the form without <c>unsigned</c>,
/// <c>signatures</c> and <c>hashes</c>, which the content hash covers; and the redacted form without <c>unsigned</c> and
/// <c>signatures</c>, which the reference hash and the signatures cover. Each member is written once; the second form is put
/// together from pieces of the first. One thread at a time.
/// </summary>
internal sealed partial class EventHasher
{
    /// <summary>The largest event, in bytes of canonical JSON.</summary>
    public const int MaxEventBytes = 65536;

    // One byte of either encoding never takes more than this many bytes of canonical JSON.
    private const int MaxGrowth = 8;

    private static readonly uint NotContent = EventFields.Set(EventField.Hashes, EventField.Signatures, EventField.Unsigned);

    private readonly CanonicalJsonWriter _writer = new();
    private readonly OpenSslDigest? _digest = OpenSslDigest.TryCreate();
    private readonly (int Start, int Length)[] _pieces = new (int, int)[EventFields.Count];
    private readonly byte[] _contentHash = new byte[SHA256.HashSizeInBytes];
    private readonly byte[] _referenceHash = new byte[SHA256.HashSizeInBytes];
    private EventView _event = null!;
    private RoomVersion _version = null!;
    private uint _ignored;
    private int _contentForm;
    private int _redactedStart;
    private int _redactedLength;

    /// <summary>False when the event holds something that has no canonical form: it then has no hashes.</summary>
    public bool IsExact => _writer.IsExact;

    /// <summary>SHA-256 of the first form. Valid until the next event.</summary>
    public ReadOnlySpan<byte> ContentHash => _contentHash;

    /// <summary>SHA-256 of the second form. Valid until the next event; for room versions whose IDs are hashes, and after <see cref="HashReference"/>.</summary>
    public ReadOnlySpan<byte> ReferenceHash => _referenceHash;

    /// <summary>The first form. Valid until the next event.</summary>
    public ReadOnlySpan<byte> ContentForm => _writer.Written[.._contentForm];

    /// <summary>The second form, which is also what signatures cover. Valid until the next event.</summary>
    public ReadOnlySpan<byte> RedactedForm => _writer.Written.Slice(_redactedStart, _redactedLength);

    /// <summary>Writes and hashes an event.</summary>
    /// <param name="view">The event.</param>
    /// <param name="version">The version of its room.</param>
    /// <param name="ignored">Members that are no part of the event (an <c>event_id</c> that an export added), as bits.</param>
    public void Hash(EventView view, RoomVersion version, uint ignored)
    {
        _event = view;
        _version = version;
        _ignored = ignored;
        _writer.Start(view.Document, lenient: !version.StrictCanonicalJson);
        WriteContentForm();
        Digest(ContentForm, _contentHash);
        WriteRedactedForm();
        if (version.EventIds != EventIdForm.Field)
        {
            HashReference();
        }
    }

    /// <summary>Hashes the second form, for room versions in which no event ID follows from it.</summary>
    public void HashReference() => Digest(RedactedForm, _referenceHash);

    /// <summary>
    /// The size of the event as canonical JSON with its signatures, without <c>unsigned</c>; 0 when it is plainly within the
    /// limit, so that most events need no measuring.
    /// </summary>
    /// <param name="withUnsigned">The size with <c>unsigned</c>.</param>
    public int Measure(out int withUnsigned)
    {
        withUnsigned = 0;
        if (_event.Document.Source.Length < MaxEventBytes / MaxGrowth)
        {
            return 0;
        }

        int size = _contentForm + SizeOf(EventField.Hashes) + SizeOf(EventField.Signatures);
        withUnsigned = size + SizeOf(EventField.Unsigned);
        return size;
    }

    private void Digest(ReadOnlySpan<byte> form, Span<byte> hash)
    {
        if (_digest is null || !_digest.TryHash(form, hash))
        {
            SHA256.HashData(form, hash);
        }
    }

    private int SizeOf(EventField field)
    {
        if (!_event.Has(field))
        {
            return 0;
        }

        int before = _writer.Length;
        WriteMember((int)field);
        int size = _writer.Length - before + 1;
        _writer.Truncate(before);
        return size;
    }

    private void WriteContentForm()
    {
        uint fields = _event.Fields & ~NotContent & ~_ignored;
        ReadOnlySpan<MapEntry> extras = _event.Extras;
        int extra = 0;
        _writer.WriteByte((byte)'{');
        for (int field = 0; field < EventFields.Count; field++)
        {
            if ((fields >> field & 1) == 0)
            {
                continue;
            }

            while (extra < extras.Length && NameOf(extras[extra]).SequenceCompareTo(EventFields.Label(field)[1..^2]) < 0)
            {
                WriteExtra(extras[extra++]);
            }

            Separate(0);
            int start = _writer.Length;
            WriteMember(field);
            _pieces[field] = (start, _writer.Length - start);
        }

        while (extra < extras.Length)
        {
            WriteExtra(extras[extra++]);
        }

        _writer.WriteByte((byte)'}');
        _contentForm = _writer.Length;
    }

    private ReadOnlySpan<byte> NameOf(MapEntry entry) => _event.Document.TextOf(_event.Document.Record(entry.Key));

    private void WriteExtra(MapEntry entry)
    {
        Separate(0);
        _writer.WriteText(_event.Document.Record(entry.Key));
        _writer.WriteByte((byte)':');
        _writer.WriteValue(entry.Value);
    }

    private void WriteMember(int field)
    {
        _writer.WriteRaw(EventFields.Label(field));
        _writer.WriteValue(_event.IndexOf((EventField)field));
    }

    /// <summary>Writes a comma unless nothing but the opening bracket stands since a point.</summary>
    private void Separate(int start)
    {
        if (_writer.Length > start + 1)
        {
            _writer.WriteByte((byte)',');
        }
    }
}
