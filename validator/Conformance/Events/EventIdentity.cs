using System.Security.Cryptography;
using Conformance.Events.Hashing;
using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Events;

/// <summary>
/// What an event is known by: 32 bytes that stand for its ID. Where the ID is a hash these are the hash, otherwise the SHA-256
/// of the ID's text. Used again for the next event.
/// </summary>
internal sealed class EventIdentity
{
    private const int KeptBytes = 4096;

    private readonly byte[] _key = new byte[SHA256.HashSizeInBytes];
    private readonly byte[] _text = new byte[1 + UnpaddedBase64.HashLength];
    private byte[] _field = [];
    private int _fieldLength = -1;
    private bool _urlSafe;

    /// <summary>Whether the event has an ID that could be found out.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>The 32 bytes.</summary>
    public ReadOnlySpan<byte> Key => _key;

    /// <summary>The ID in UTF-8; only when it is known.</summary>
    public ReadOnlySpan<byte> Utf8
    {
        get
        {
            if (_fieldLength >= 0)
            {
                return _field.AsSpan(0, _fieldLength);
            }

            _text[0] = (byte)'$';
            UnpaddedBase64.EncodeHash(_key, _text.AsSpan(1), _urlSafe);
            return _text;
        }
    }

    /// <summary>The ID, safe to print; null when it isn't known.</summary>
    public string? Text => IsKnown ? Quoting.Safe(Utf8) : null;

    public void Clear()
    {
        IsKnown = false;
        _fieldLength = -1;
    }

    public void SetHash(ReadOnlySpan<byte> hash, EventIdForm form)
    {
        hash.CopyTo(_key);
        _fieldLength = -1;
        _urlSafe = form == EventIdForm.HashUrlSafeBase64;
        IsKnown = true;
    }

    public void SetField(ReadOnlySpan<byte> id)
    {
        if (_field.Length < id.Length || _field.Length > Math.Max(KeptBytes, id.Length))
        {
            _field = new byte[Math.Max(256, id.Length)];
        }

        id.CopyTo(_field);
        _fieldLength = id.Length;
        SHA256.HashData(id, _key);
        IsKnown = true;
    }
}
