using System.Buffers;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>Tells whether a text looks like the hash of a password, without keeping anything of it.</summary>
internal static class PasswordHash
{
    private static readonly SearchValues<byte> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>
    /// Whether it does: modular crypt format (<c>$2b$12$…</c>, <c>$argon2id$…</c>, <c>$6$…</c>), LDAP (<c>{SSHA}…</c>), Django
    /// (<c>pbkdf2_sha256$…</c>), or 32 bytes and more in hexadecimal.
    /// </summary>
    public static bool LooksHashed(ReadOnlySpan<byte> text) =>
        (text[0] == (byte)'$' && text[1..].IndexOf((byte)'$') is > 0 and <= 32 && text.Length >= 20)
        || (text[0] == (byte)'{' && text.IndexOf((byte)'}') is > 1 and <= 32 && text.Length >= 20)
        || ((text.StartsWith("pbkdf2"u8) || text.StartsWith("scrypt"u8) || text.StartsWith("argon2"u8)) && text.Contains((byte)'$'))
        || (text.Length >= 64 && text.Length % 2 == 0 && !text.ContainsAnyExcept(Hexadecimal));
}
