using System.Numerics;
using System.Security.Cryptography;

namespace Conformance.Suites.Peer.Tests.Support;

/// <summary>Ed25519 verification straight from the formulas of RFC 8032, section 5.1: slow, and nothing in common with the libraries that peers sign by.</summary>
internal static class Rfc8032
{
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger L = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly (BigInteger X, BigInteger Y) Base = Point(Mod(4 * Inverse(5)), isOdd: false)!.Value;

    public static bool Verify(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (key.Length != 32 || signature.Length != 64 || Decode(key) is not { } a || Decode(signature[..32]) is not { } r)
        {
            return false;
        }

        var s = new BigInteger(signature[32..], isUnsigned: true);
        byte[] hashed = SHA512.HashData([.. signature[..32], .. key, .. message]);
        BigInteger k = new BigInteger(hashed, isUnsigned: true) % L;
        return s < L && Times(s, Base) == Plus(r, Times(k, a));
    }

    private static (BigInteger X, BigInteger Y)? Decode(ReadOnlySpan<byte> encoded)
    {
        byte[] bytes = encoded.ToArray();
        bool isOdd = (bytes[31] & 0x80) != 0;
        bytes[31] &= 0x7f;
        return Point(new BigInteger(bytes, isUnsigned: true), isOdd);
    }

    private static (BigInteger X, BigInteger Y)? Point(BigInteger y, bool isOdd)
    {
        BigInteger square = Mod((y * y - 1) * Inverse(Mod(D * y * y + 1)));
        BigInteger x = BigInteger.ModPow(square, (P + 3) / 8, P);
        if (Mod(x * x - square) != 0)
        {
            x = Mod(x * BigInteger.ModPow(2, (P - 1) / 4, P));
        }

        return Mod(x * x - square) != 0 ? null : (x.IsEven == isOdd ? Mod(-x) : x, y);
    }

    private static (BigInteger X, BigInteger Y) Plus((BigInteger X, BigInteger Y) a, (BigInteger X, BigInteger Y) b)
    {
        BigInteger product = Mod(D * a.X * b.X % P * a.Y * b.Y);
        return (Mod((a.X * b.Y + b.X * a.Y) * Inverse(Mod(1 + product))), Mod((a.Y * b.Y + a.X * b.X) * Inverse(Mod(1 - product))));
    }

    private static (BigInteger X, BigInteger Y) Times(BigInteger factor, (BigInteger X, BigInteger Y) point)
    {
        (BigInteger X, BigInteger Y) sum = (0, 1);
        for (; factor > 0; factor >>= 1)
        {
            sum = factor.IsEven ? sum : Plus(sum, point);
            point = Plus(point, point);
        }

        return sum;
    }

    private static BigInteger Mod(BigInteger number) => ((number % P) + P) % P;

    private static BigInteger Inverse(BigInteger number) => BigInteger.ModPow(number, P - 2, P);
}
